package io.cxmetrics.input.source;

import io.cxmetrics.input.InputException;

/** Files that are no text, known by their first bytes, and what to do with them. */
enum Magic {
    OLD_SPREADSHEET("an Excel or Office file (.xls)", Magic.AS_CSV, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    PARQUET("a Parquet file", "write it as CSV or JSON lines first", 'P', 'A', 'R', '1'),
    ZSTANDARD("packed by Zstandard", "unpack it first: zstd -dc FILE", 0x28, 0xb5, 0x2f, 0xfd),
    XZ("packed by xz", "unpack it first: xz -dc FILE", 0xfd, '7', 'z', 'X', 'Z', 0),
    BZIP2("packed by bzip2", "unpack it first: bzip2 -dc FILE", 'B', 'Z', 'h', -1, 0x31, 0x41, 0x59, 0x26),
    SEVEN_ZIP("packed by 7-Zip", "unpack it first", '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
    EMPTY_ZIP("a zip file without entries", "nothing can be read", 'P', 'K', 5, 6),
    PDF("a PDF file", "export the table as CSV", '%', 'P', 'D', 'F', '-');

    /** Stands for any byte: what -1 is as a character. */
    private static final char ANY = 0xffff;

    private static final String AS_CSV = "open it in the spreadsheet and save it as CSV (File, Save As, CSV UTF-8)";

    private final String what;
    private final String advice;
    /** One character for each byte. */
    private final String bytes;

    Magic(String what, String advice, int... bytes) {
        this.what = what;
        this.advice = advice;
        StringBuilder characters = new StringBuilder();
        for (int b : bytes) {
            characters.append((char) b);
        }
        this.bytes = characters.toString();
    }

    static void refuseForeign(Bytes bytes) {
        for (Magic magic : values()) {
            if (magic.starts(bytes)) {
                throw InputException.data(bytes.name(), "is " + magic.what + "; " + magic.advice);
            }
        }
    }

    private boolean starts(Bytes start) {
        if (start.ahead(bytes.length()) < bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) != ANY && start.peek(i) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The files of Excel, LibreOffice and Numbers are zip files inside. */
    static void refuseSpreadsheet(String file, String entry) {
        if (entry.equals("[Content_Types].xml")
                || entry.startsWith("xl/")
                || entry.equals("mimetype")
                || entry.startsWith("Index/Document.iwa")) {
            throw InputException.data(file, "is a spreadsheet (such as .xlsx); " + AS_CSV);
        }
    }
}
