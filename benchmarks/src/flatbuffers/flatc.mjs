// Runs FlatBuffers' compiler, which sees no files but those that it is given.
// node flatc.mjs COMPILER SCHEMA OUT
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [compiler, schema, out] = process.argv.slice(2);
const { default: load } = await import(pathToFileURL(compiler));
const flatc = await load({ noInitialRun: true, print: console.error, printErr: console.error });
flatc.FS.writeFile("/schema.fbs", fs.readFileSync(schema));
flatc.FS.mkdir("/out");
// mutateX(): what a number is changed with in place.
if (flatc.callMain(["--java", "--gen-mutable", "-o", "/out", "/schema.fbs"]) !== 0) {
    process.exit(1);
}
copy("/out", out);

function copy(from, to) {
    fs.mkdirSync(to, { recursive: true });
    for (const name of flatc.FS.readdir(from)) {
        const file = from + "/" + name;
        if (name === "." || name === "..") {
            continue;
        }
        if (flatc.FS.isDir(flatc.FS.stat(file).mode)) {
            copy(file, path.join(to, name));
        } else {
            fs.writeFileSync(path.join(to, name), flatc.FS.readFile(file));
        }
    }
}
