import { describe, expect, test } from "vitest";
import { showing } from "#server/cli/showing.ts";
import samples from "../../samples/schedule-cases.json" with { type: "json" };

describe("signpost showing", () => {
  test.each(samples.cases)("$name", ({ item, at }) => {
    const answer = showing(
      JSON.stringify(item),
      at.map(({ instant }) => instant),
    );
    expect(answer).toMatchObject({
      ok: true,
      value: at.map((asked) => ({ at: asked.instant, showing: asked.showing })),
    });
  });

  test("an empty item shows always, and an instant may have any offset", () => {
    expect(showing("\uFEFF{}", ["2026-07-03T12:00:00+01:00", "2026-07-03t11:00:00z"])).toEqual({
      ok: true,
      value: [
        { at: "2026-07-03T12:00:00+01:00", showing: true, because: "showing" },
        { at: "2026-07-03t11:00:00z", showing: true, because: "showing" },
      ],
    });
  });

  test("the item's own instants may have any offset, and fields of other kinds stand by", () => {
    const item = {
      id: "v1",
      body: {},
      audience: ["meadow"],
      until: "2026-07-03T12:00:00+01:00",
      pattern: null,
    };
    const answer = showing(JSON.stringify(item), ["2026-07-03T10:59:59.999Z", "2026-07-03T11:00:00Z"]);
    expect(answer).toMatchObject({ ok: true, value: [{ because: "showing" }, { because: "ended" }] });
  });

  test("the answers stand in the order asked", () => {
    const item = JSON.stringify({ from: "2026-11-24T09:00:00Z" });
    const answer = showing(item, ["2026-11-24T10:00:00Z", "2026-11-24T08:00:00Z", "2026-11-24T10:00:00Z"]);
    expect(answer).toMatchObject({ value: [{ showing: true }, { showing: false }, { showing: true }] });
  });
});

const refusal = (code: string, details?: unknown) => ({
  ok: false,
  refusal: details ? { code, details } : { code },
});

describe("what it refuses", () => {
  const now = ["2026-11-24T10:00:00Z"];
  test("a file that is no JSON", () => {
    expect(showing("{", now)).toEqual(refusal("not-json"));
    expect(showing("", now)).toEqual(refusal("not-json"));
  });

  test("a file that is no item, with the place of every mistake", () => {
    const item = {
      state: "archived",
      until: "2026-02-30T12:00:00Z",
      pattern: [{ days: ["monday"], start: "9:00", end: "12:00" }],
      exceptDates: ["25/12/2026"],
    };
    const answer = showing(JSON.stringify(item), now);
    expect(answer).toMatchObject(refusal("bad-item", {
      fields: ["state", "until", "pattern.0.days.0", "pattern.0.start", "exceptDates.0"].map((where) => ({ where })),
    })); // prettier-ignore
    expect(showing("[]", now)).toMatchObject(refusal("bad-item", { fields: [{ where: "" }] }));
  });

  test("a zone other than London's", () => {
    expect(showing('{"zone":"Europe/Paris"}', now)).toEqual(
      refusal("unknown-zone", { zone: "Europe/Paris" }),
    );
  });

  test("instants that are none, or that do not say where", () => {
    const instants = ["noon", "2026-11-24T10:00:00", "2026-02-30T10:00:00Z", "2026-11-24T10:00:00Z"];
    expect(showing("{}", instants)).toEqual(refusal("bad-instant", { instants: instants.slice(0, 3) }));
  });
});
