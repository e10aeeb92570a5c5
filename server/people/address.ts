/** Names that the library and what stands round it have in common; here, so that the library need not be loaded for them. */

import { addresses } from "#shared/people/addresses.ts";

/** Where the library's own addresses begin; only those of single sign-on are open. */
export const BASE_PATH = `/api/v1${addresses.signOn.path}`;
/** Single sign-on has one provider, under this name. */
export const PROVIDER = "district";
/** Carries the address that the hub itself saw to the library; what a client sends under this name is left out. */
export const ADDRESS_HEADER = "x-signpost-address";
