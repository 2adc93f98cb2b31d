"""Documents for patients, made of facts and words: bytes out, nothing looked up; libraries are loaded when needed."""
