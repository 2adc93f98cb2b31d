"""Pure types and words of the pharmacy: no I/O, no clock, nothing imported but the standard library."""
