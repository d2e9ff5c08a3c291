import { type Theme, themeQuartz } from "ag-grid-community";
import { type Density, FONT, ROW_HEIGHT, type Tokens } from "../../theme/tokens.ts";

/** The grid in the product's own colours. */
export function gridTheme(tokens: Tokens, dark: boolean, density: Density): Theme {
  return themeQuartz.withParams({
    browserColorScheme: dark ? "dark" : "light",
    accentColor: tokens.brand,
    backgroundColor: tokens.surface,
    foregroundColor: tokens.text,
    textColor: tokens.text,
    subtleTextColor: tokens.secondary,
    borderColor: tokens.borderDecor,
    headerBackgroundColor: tokens.page,
    headerTextColor: tokens.secondary,
    headerFontWeight: 600,
    rowHoverColor: tokens.brandSoft,
    selectedRowBackgroundColor: tokens.brandSoft,
    invalidColor: tokens.off,
    fontFamily: FONT,
    fontSize: density === "compact" ? 13 : 14,
    headerHeight: 36,
    rowHeight: ROW_HEIGHT[density],
    borderRadius: 4,
    wrapperBorderRadius: 8,
    columnBorder: { color: tokens.borderDecor },
    spacing: density === "compact" ? 5 : 7,
  });
}
