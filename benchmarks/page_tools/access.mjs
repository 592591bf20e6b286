// Prints what pa11y's two runners find on pages, as one line of JSON for each address and colour scheme.
// https://github.com/pa11y/pa11y#configuration
import pa11y from "pa11y";
import puppeteer from "puppeteer";

const [executablePath, ...addresses] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  for (const address of addresses) {
    for (const scheme of ["light", "dark"]) {
      const page = await browser.newPage();
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      // Parts come in after the page; half a second is long on loopback.
      const options = { browser, page, standard: "WCAG2AA", runners: ["axe", "htmlcs"], wait: 500, timeout: 60_000 };
      const { issues } = await pa11y(address, options);
      const found = issues.map(({ code, selector, message }) => `${code} ${selector}: ${message}`);
      console.log(JSON.stringify({ address, scheme, found }));
      await page.close();
    }
  }
} finally {
  await browser.close();
}
