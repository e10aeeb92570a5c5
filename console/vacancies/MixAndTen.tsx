/** Beside the list: how varied a centre's ten are, what would mend them, and the ten themselves. */
import type { Row, Ten } from "#shared/vacancies/inbox.ts";
import { DIMENSIONS, type Dimension, type Mix, mostAlike } from "#shared/vacancies/mix.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { swap, TEN_TOPICS } from "./tenActs.ts";
import { alikeWords, closingWords, payWords, say, titleOf } from "./words.ts";

export function MixAndTen({ centre }: { readonly centre: string }) {
  const held = useAsked<Ten, "theTen">("theTen", { centre }, TEN_TOPICS);
  return (
    <Waiting for={held}>
      {(ten) => (
        <>
          <MixMeter ten={ten} />
          <section>
            <header class="pane-head">
              <h2>{say("theTen")}</h2>
              <a href="/console/board">{say("board")}</a>
            </header>
            <ol class="ten-list">
              {ten.rows.slice(0, ten.size).map((row, at) => (
                <li key={row.id}>
                  <span class="ten-number">{at + 1}</span>
                  <span class="ten-title">{titleOf(row.body)}</span>
                  <span class="soft">{closingWords(row.until, Date.now())}</span>
                </li>
              ))}
            </ol>
            {ten.rows.length === 0 ? <p class="soft">{say("emptyBoard")}</p> : null}
          </section>
        </>
      )}
    </Waiting>
  );
}

export function MixMeter({ ten }: { readonly ten: Ten }) {
  const { mix, rows, size, swaps } = ten;
  if (rows.length === 0) return null;
  return (
    <section class="mix">
      <header class="pane-head">
        <h2>{say("mixOf")}</h2>
        <span class="soft">{say("mixAim", { n: mostAlike(size) })}</span>
      </header>
      <dl>
        {DIMENSIONS.map((dimension) => (
          <Meter key={dimension} dimension={dimension} ten={ten} mix={mix} />
        ))}
      </dl>
      {mix.tooAlike.length === 0 ? <p class="mix-words fine">{say("mixFine")}</p> : null}
      {mix.tooAlike.map((one) => {
        const mending = swaps.find(
          ({ because }) => because.dimension === one.dimension && because.value === one.value,
        );
        const out = rows.find(({ id }) => id === mending?.out);
        return (
          <div class="mix-words" key={`${one.dimension} ${one.value}`}>
            <p>{alikeWords(one)}</p>
            {mending && out ? (
              <p>
                <Button kind="quiet" onClick={() => void swap(ten.centre, out, mending.into)}>
                  {say("swap")}
                </Button>{" "}
                {say("swapWords", { into: titleOf(mending.into.body), out: titleOf(out.body) })}
              </p>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

function Meter({
  dimension,
  ten,
  mix,
}: {
  readonly dimension: Dimension;
  readonly ten: Ten;
  readonly mix: Mix;
}) {
  const shares = mix.shares[dimension];
  return (
    <div class="meter">
      <dt>{say(`mix_${dimension}`)}</dt>
      <dd>
        <span class="meter-bar" aria-hidden="true">
          {shares.map(({ value, count }, at) => (
            <i key={value} class={`share share-${at % 6}`} style={{ flexGrow: count }} />
          ))}
        </span>
        <span class="meter-words">{summary(dimension, ten, shares.length)}</span>
      </dd>
    </div>
  );
}

/** What one wants to know of each: how many kinds of work, from what to what it pays, how many fit school. */
function summary(dimension: Dimension, { rows, size, mix }: Ten, kinds: number): string {
  const ten = rows.slice(0, size);
  if (dimension === "pay") {
    const perHour = ({ body }: Row) => body.pay?.perHour ?? Infinity;
    const paid = ten.filter((row) => perHour(row) < Infinity).toSorted((a, b) => perHour(a) - perHour(b));
    const [least, most] = [paid[0], paid.at(-1)];
    return least && most
      ? [...new Set([payWords(least.body), payWords(most.body)].map((pay) => pay.replace("/h", "")))].join(
          "–",
        )
      : "–";
  }
  if (dimension === "hours")
    return say("fitSchool", { n: mix.shares.hours.find(({ value }) => value === "school")?.count ?? 0 });
  if (dimension === "travel") {
    const close = mix.shares.travel.filter(
      ({ value }) => value === "walk" || value === "near" || value === "home",
    );
    return say("closeBy", { n: close.reduce((sum, { count }) => sum + count, 0) });
  }
  return say.count("mixKinds", kinds);
}
