/**
 * The one source of colours and sizes. It feeds antd's theme, the grid's theme, the charts' theme and the CSS variables.
 * Contrast on the surface is at least 4.5:1 for text and 3:1 for controls and marks.
 */
export interface Tokens {
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  readonly text: string;
  readonly secondary: string;
  readonly hint: string;
  readonly borderDecor: string;
  readonly borderControl: string;
  readonly brand: string;
  readonly brandHover: string;
  readonly brandSoft: string;
  readonly onBrand: string;
  readonly ok: string;
  readonly okSoft: string;
  readonly watch: string;
  readonly watchStroke: string;
  readonly watchSoft: string;
  readonly off: string;
  readonly offSoft: string;
  readonly ahead: string;
  readonly aheadSoft: string;
  readonly none: string;
  readonly series: readonly string[];
}

export const lightTokens: Tokens = {
  page: "#F5F6F8",
  surface: "#FFFFFF",
  raised: "#FFFFFF",
  text: "#1F2733",
  secondary: "#566072",
  hint: "#667081",
  borderDecor: "#E3E7ED",
  borderControl: "#868FA0",
  brand: "#2456D6",
  brandHover: "#1D46B8",
  brandSoft: "#EAF0FE",
  onBrand: "#FFFFFF",
  ok: "#0F7A64",
  okSoft: "#E3F3EF",
  watch: "#E8A317",
  watchStroke: "#8A5A00",
  watchSoft: "#FFF3D6",
  off: "#C8321F",
  offSoft: "#FDE7E3",
  ahead: "#5B3FD6",
  aheadSoft: "#EAE6FC",
  none: "#6B7585",
  series: ["#2456D6", "#299CD6", "#1E6731", "#7A921C", "#AD6779", "#7B3263"],
};

export const darkTokens: Tokens = {
  page: "#0E1116",
  surface: "#14181F",
  raised: "#1B212B",
  text: "#E6EAF0",
  secondary: "#A3ADBD",
  hint: "#8892A4",
  borderDecor: "#2F3846",
  borderControl: "#5F6B7F",
  brand: "#6E9BFF",
  brandHover: "#8FB2FF",
  brandSoft: "#1B2A4A",
  onBrand: "#0B0E13",
  ok: "#2FB594",
  okSoft: "#102B26",
  watch: "#F5C451",
  watchStroke: "#F5C451",
  watchSoft: "#33290F",
  off: "#F0624D",
  offSoft: "#3A1814",
  ahead: "#A593FF",
  aheadSoft: "#241F42",
  none: "#7D879A",
  series: ["#6E9BFF", "#E0D75C", "#5E8118", "#C2958E", "#D1D3E6", "#A65982"],
};

export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export type Density = "relaxed" | "standard" | "compact";

/** Height of a grid row in px. */
export const ROW_HEIGHT: Readonly<Record<Density, number>> = { relaxed: 44, standard: 36, compact: 28 };
