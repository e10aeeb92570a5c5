/** Carries the address that the hub itself saw to the library; what a client sends under this name is left out. */
export const ADDRESS_HEADER = "x-signpost-address";
