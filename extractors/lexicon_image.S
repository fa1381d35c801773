// Links the lexicon image that compile_lexicons wrote into the library.
    .section .rodata
    .balign 64
    .global factline_lexicon_begin
    .global factline_lexicon_end
factline_lexicon_begin:
    .incbin FACTLINE_LEXICON_IMAGE
factline_lexicon_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
