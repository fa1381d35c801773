// Links the table of measure words into the library.
    .section .rodata
    .global factline_measures_begin
    .global factline_measures_end
factline_measures_begin:
    .incbin "pipeline/audit/measures.tsv"
factline_measures_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
