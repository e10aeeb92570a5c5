/** The words of the websites' pages. */
import catalogue from "../../content/translations/console.websites.en.json";
import { sayer } from "../language/say.ts";

export const say = sayer(catalogue);
