/** A block of cells: from where it was begun to where it reaches now, by row index and place of the column. */
export interface CellBlock {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export interface BlockEdges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function edgesOf({ from, to }: CellBlock): BlockEdges {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** Cells as spreadsheets exchange them: tabs between, lines below; what would break that is quoted. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\n");
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet put on the clipboard, as rows of cells. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const end = () => rows.at(-1)?.push(cell);
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (isQuoted || (sign !== "\t" && sign !== "\n" && sign !== "\r")) cell += sign;
    else if (sign !== "\r") {
      end();
      cell = "";
      if (sign === "\n") rows.push([]);
    }
  }
  end();
  // The last line of a copied block ends in a line break of its own.
  return rows.filter((cells, index) => index < rows.length - 1 || cells.length > 1 || cells[0] !== "");
}
