/** A plain bar chart: a table to whoever cannot see it, and each bar has its figure beside it. */
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import "./bars.css";

const say = sayer(catalogue);

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly { readonly word: string; readonly value: number }[];
}

export function Bars({ title, unit, bars }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure class="card bars">
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      {bars.every(({ value }) => value === 0) ? <p class="soft">{say("nothingYet")}</p> : null}
      <table>
        <caption class="unseen">{title}</caption>
        <tbody>
          {bars.map(({ word, value }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td class="bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="100" height="10" rx="1" class="bar-ground" />
                  <rect width={(100 * value) / most} height="10" rx="1" />
                </svg>
              </td>
              <td>
                {value.toLocaleString("en-GB")} <span class="soft">{unit}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
