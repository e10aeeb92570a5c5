/** Two hundred and more targets that no kiosk's proxy may lead to. `~` stands for the approved site's port. */

/** Inside: by number, in every spelling, and by the names under which clouds keep their secrets. */
const insideHosts = [
  "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.255.255.254",
  "0.0.0.0", "0", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.1", "192.168.0.1", "192.168.255.255", "100.64.0.1",
  "169.254.169.254", "169.254.170.2", "168.63.129.16", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
  "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "[fc00::1]",
  "[fd00:ec2::254]", "[2002:7f00:1::]", "[2001:db8::1]", "[ff02::1]", "[fec0::1]", "[0:0:0:0:0:0:0:1]",
  "localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "metadata.google.internal", "metadata", "instance-data",
  "kubernetes.default.svc", "router.local", "host.docker.internal", "ip6-localhost", "hub.local",
]; // prettier-ignore

/** Strangers that look like the approved site. */
const strangers = [
  "evil.test", "site.test.evil.test", "notsite.test", "site.test-evil.test", "evil-site.test", "site.tes", "site.testx",
  "ite.test", "test", "site-test", "site.test.", "xn--site-test", "s1te.test", "sıte.test", "site。test", "ｓｉｔｅ.test",
  "site.test%00.evil.test", "site.test%2eevil.test", "site%2etest", "%73ite.test", "site.test\\.evil.test", "*.test", "*",
  "exact.test.evil.test", "www.exact.test", "a.exact.test", "paths.test.evil.test", "accounts.google.com", "clients2.google.com",
  "update.googleapis.com", "optimizationguide-pa.googleapis.com", "safebrowsing.googleapis.com", "dns.google", "1.1.1.1", "8.8.8.8",
  "example.com", "www.gov.uk", "github.com", "co.uk", "gov.uk", "_", "-", ".", "..", ".site.test", "site..test", "a".repeat(250),
  `${"a.".repeat(120)}site.evil`, "site.test,evil.test", "site.test;evil.test", "site.test|evil.test", "site.test&evil.test",
  "site.test+evil.test", "site.test=evil.test", "[site.test]", "[evil.test]", "{site.test}", "<site.test>", "'site.test'",
]; // prettier-ignore

/** The approved name, and a port, path or name that is not. */
const misshapen = [
  "site.test:22", "site.test:25", "site.test:80", "site.test:3306", "site.test:6379", "site.test:8080", "site.test:0",
  "site.test:65536", "site.test:-1", "site.test:443x", "site.test:", "site.test", "site.test:443:80", "evil.test:~@site.test:1",
  "site.test@evil.test:443", "user:pass@evil.test:443", "site.test:~@evil.test:443", "evil.test/site.test:~", "evil.test?site.test:~",
  "evil.test#site.test:~", "evil.test:443/@site.test:~", "http://site.test:~/", "https://site.test:~/", "//site.test:~", "/site.test:~",
  "rebinding.test:443", "inside.test:443", "metadata.test:443", "mixed6.test:443", "nowhere.test:443", "exact.test:444", "paths.test:8443",
]; // prettier-ignore

export const hostileTargets: readonly string[] = [
  ...insideHosts.flatMap((host) => [`${host}:443`, `${host}:~`]),
  ...strangers.filter((host) => host !== "site.test.").flatMap((host) => [`${host}:443`]),
  ...misshapen,
];

/** Requests that are none for a tunnel. */
export const hostileRequests: readonly string[] = [
  "GET http://site.test:~/ HTTP/1.1",
  "GET http://127.0.0.1:~/ HTTP/1.1",
  "GET http://169.254.169.254/latest/meta-data/ HTTP/1.1",
  "GET https://site.test:~/ HTTP/1.1",
  "GET ftp://site.test/ HTTP/1.1",
  "GET file:///etc/passwd HTTP/1.1",
  "GET / HTTP/1.1",
  "POST http://site.test:~/ HTTP/1.1",
  "PUT http://site.test:~/ HTTP/1.1",
  "TRACE http://site.test:~/ HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "CONNECT  HTTP/1.1",
  "CONNECT site.test HTTP/1.1",
];
