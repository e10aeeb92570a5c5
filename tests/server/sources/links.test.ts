import { describe, expect, test } from "vitest";
import { readLink } from "#server/sources/links.ts";

describe("a link", () => {
  test.each([
    ["https://example.org/1", "https://example.org/1"],
    ["http://example.org/1", "http://example.org/1"],
    ["HTTPS://Example.org/A", "https://example.org/A"],
    ["example.org/2?a=1&b=2", "https://example.org/2?a=1&b=2"],
    ["www.example.org", "https://www.example.org/"],
    ["example.org:8443/x", "https://example.org:8443/x"],
    ["//example.org/x", "https://example.org/x"],
    [" https://example.org/1 ", "https://example.org/1"],
    ["https://swyddi.cymru/á", "https://swyddi.cymru/%C3%A1"],
  ])("%s leads to %s", (text, url) => {
    expect(readLink(text).url).toBe(url);
  });

  test.each([
    "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>", "vbscript:x",
    "file:///etc/passwd", "ftp://example.org/x", "mailto:jobs@example.org", "tel:01134960000",
    "https://user:pass@example.org/", "https://bank.example@evil.example/", "jobs@example.org",
    "https://example.org/a b", "ask at the desk", "apply online", "", "@home", "=HYPERLINK(1)", "https://", "https:///x",
    "http://localhost/x", "http://127.0.0.1/", "http://[::1]/", "https://example.org\\@evil.example", "12.71",
    "https://example.org/<script>", "/jobs/1", "javascript&colon;alert(1)", "blob:https://example.org/x",
  ])("%s leads nowhere", (text) => {
    expect(readLink(text).url).toBeNull();
  }); // prettier-ignore

  test("a page's own links are relative to it, and cannot change the scheme", () => {
    expect(readLink("/jobs/1", "https://example.org/list").url).toBe("https://example.org/jobs/1");
    expect(readLink("/jobs/1", "javascript:alert(1)").url).toBeNull();
    expect(readLink("javascript:alert(1)", "https://example.org/").url).toBeNull();
  });
});
