// Links fact.schema.json, as it stands, into the library.
    .section .rodata
    .global factline_fact_schema_begin
    .global factline_fact_schema_end
factline_fact_schema_begin:
    .incbin FACTLINE_FACT_SCHEMA
factline_fact_schema_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
