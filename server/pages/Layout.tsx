/** The frame of every light page: head, languages, whose page it is, and the date at its foot. */
import type { ComponentChildren } from "preact";
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Media } from "#shared/schema.ts";
import { LOOK, brandAddress } from "./assets.ts";
import { dateInWords } from "./dates.ts";
import { Icon } from "./Icon.tsx";
import { Said, languageOf, plain } from "./text.tsx";
import { canonical, inLanguage, linkTo, linkToCentre, linkToMedia, type Visit } from "./visit.ts";
import { OWN_NAMES } from "./words.ts";

interface LayoutProps {
  readonly visit: Visit;
  readonly title: string;
  /** What a shared link says below its title. */
  readonly description: string;
  /** What a shared link shows; else the centre's logo. */
  readonly picture?: Media | null;
  /** An absent page: not to be found by search engines, and without an address of its own. */
  readonly absent?: boolean;
  readonly children: ComponentChildren;
}

export function Layout(props: LayoutProps) {
  const { visit, children } = props;
  const { words } = visit;
  return (
    <html {...languageOf(words.language)}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {words("skip")}
        </a>
        <header class="top">
          <Whose visit={visit} />
          <Languages visit={visit} />
        </header>
        <main id="main">{children}</main>
        <Foot visit={visit} address={props.absent ? null : canonical(visit)} />
      </body>
    </html>
  );
}

function Head({ visit, title, description, picture, absent = false }: LayoutProps) {
  const { words, centre } = visit;
  const address = absent ? null : canonical(visit);
  const name = centre && plain(centre.name, words);
  const whole = name && name !== title ? `${title} · ${name}` : title;
  const colour = centre?.brand.colour ?? null;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{whole}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <meta name="description" content={description} />
      {absent && <meta name="robots" content="noindex" />}
      <meta name="theme-color" content={colour ?? LAGOON} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {name && <meta property="og:site_name" content={name} />}
      {address && <meta property="og:url" content={address} />}
      {address && <link rel="canonical" href={address} />}
      {address && <SharedPicture visit={visit} picture={picture ?? centre?.brand.logo ?? null} />}
      <link rel="stylesheet" href={LOOK} />
      {colour && <link rel="stylesheet" href={brandAddress(colour)} />}
    </head>
  );
}

/** `--brand` in the stylesheet. */
const LAGOON = "#0b5b5f";

function SharedPicture({ visit, picture }: { readonly visit: Visit; readonly picture: Media | null }) {
  if (!picture || visit.publicUrl === null) return null;
  return (
    <>
      <meta property="og:image" content={new URL(linkToMedia(picture), visit.publicUrl).href} />
      {picture.alt && <meta property="og:image:alt" content={plain(picture.alt, visit.words)} />}
    </>
  );
}

/** The centre's logo and name, as the way to its own page; on that page itself its heading says it. */
function Whose({ visit }: { readonly visit: Visit }) {
  const { centre, words } = visit;
  if (!centre || visit.path === `/c/${centre.slug}`) return <span />;
  return (
    <a class="whose" href={linkToCentre(visit, centre)}>
      <Icon name="arrow-left" />
      <Logo centre={centre} />
      <Said text={centre.name} words={words} />
    </a>
  );
}

export function Logo({ centre: { brand } }: { readonly centre: PublicCentre }) {
  if (!brand.logo) return null;
  const { width, height } = brand.logo;
  return (
    <img
      class="logo"
      src={linkToMedia(brand.logo)}
      alt=""
      width={width ?? undefined}
      height={height ?? undefined}
    />
  );
}

function Languages({ visit }: { readonly visit: Visit }) {
  const { words, offered } = visit;
  if (offered.length < 2) return null;
  return (
    <nav class="languages" aria-label={words("languages")}>
      <ul>
        {offered.map((language) => (
          <li {...languageOf(language)}>
            {language === words.language ? (
              <span aria-current="true">{OWN_NAMES[language]}</span>
            ) : (
              <a href={inLanguage(visit, language)} hreflang={language}>
                {OWN_NAMES[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Foot({ visit, address }: { readonly visit: Visit; readonly address: string | null }) {
  const { words } = visit;
  return (
    <footer class="foot">
      <p>{words("footer.right", { day: dateInWords(words, visit.today) })}</p>
      <p class="screen-only">{words("footer.nothing")}</p>
      {address && (
        <p class="print-only">
          {words("footer.address")} <bdi>{address}</bdi>
        </p>
      )}
    </footer>
  );
}

/** A way on from a page: to the centre, where there is one, else to the start. */
export function WayOn({
  visit,
  said,
}: {
  readonly visit: Visit;
  readonly said: "job.others" | "event.others" | "leaflet.others";
}) {
  const { centre, words } = visit;
  const href = centre ? linkToCentre(visit, centre) : linkTo(visit, "/");
  return (
    <p class="way-on screen-only">
      <a href={said === "job.others" && centre ? `${href}#jobs` : href}>
        {centre ? words(said, { centre: plain(centre.name, words) }) : words("gone.start")}
      </a>
    </p>
  );
}
