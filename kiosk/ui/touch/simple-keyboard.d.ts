/** The small module build, without what old browsers need. */
declare module "simple-keyboard/build/index.modern.esm.js" {
  export { default } from "simple-keyboard";
}
