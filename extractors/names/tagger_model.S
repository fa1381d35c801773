// Links the names tagger's model into the library.
    .section .rodata
    .balign 64
    .global factline_names_begin
    .global factline_names_end
factline_names_begin:
    .incbin FACTLINE_NAMES_MODEL
factline_names_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
