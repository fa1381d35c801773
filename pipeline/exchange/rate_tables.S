// Links the tables of published rates into the library.
    .section .rodata
    .macro table name, path
    .global factline_\name\()_begin
    .global factline_\name\()_end
factline_\name\()_begin:
    .incbin "\path"
factline_\name\()_end:
    .byte 0
    .endm
    table ecb_daily, "pipeline/exchange/ecb_daily.tsv"
    table fed_monthly, "pipeline/exchange/fed_monthly.tsv"
    table euro_fixed, "pipeline/exchange/euro_fixed.tsv"
    .section .note.GNU-stack,"",%progbits
