// node pdfjs.mjs FILE.pdf: the text as the viewer of pdf.js gives it to the clipboard.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const pdf = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])),
  verbosity: 0,
  useSystemFonts: false,
  isEvalSupported: false,
}).promise;
let text = "";
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  for (const item of (await page.getTextContent()).items)
    if (item.str !== undefined) text += item.str + (item.hasEOL ? "\n" : "");
}
process.stdout.write(text);
