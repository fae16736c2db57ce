import fc from "fast-check";

/** Any code points, lone surrogates among them: what a hostile client can put into a JSON string. */
export const anyText = fc.array(fc.nat(0x10ffff)).map((points) => String.fromCodePoint(...points));
