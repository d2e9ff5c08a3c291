import { type ThemeConfig, theme } from "antd";
import { FONT, type Tokens } from "./tokens.ts";

/** antd's own status colours fail as text on white, so every seed is ours. */
export function antdTheme(tokens: Tokens, dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tokens.brand,
      colorPrimaryHover: tokens.brandHover,
      colorLink: tokens.brand,
      colorLinkHover: tokens.brandHover,
      colorInfo: tokens.brand,
      colorSuccess: tokens.ok,
      colorWarning: tokens.watchStroke,
      colorError: tokens.off,
      // What antd derives of the seeds is too pale in the dark and too grey in the light to be read on its own ground.
      colorInfoBg: tokens.brandSoft,
      colorSuccessBg: tokens.okSoft,
      colorWarningBg: tokens.watchSoft,
      colorErrorBg: tokens.offSoft,
      colorTextLightSolid: tokens.onBrand,
      colorText: tokens.text,
      colorTextSecondary: tokens.secondary,
      colorTextTertiary: tokens.hint,
      colorTextDescription: tokens.secondary,
      colorTextPlaceholder: tokens.hint,
      colorBgLayout: tokens.page,
      colorBgContainer: tokens.surface,
      colorBgElevated: tokens.raised,
      colorBorder: tokens.borderControl,
      colorBorderSecondary: tokens.borderDecor,
      colorSplit: tokens.borderDecor,
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 4,
      borderRadiusLG: 8,
      controlHeightSM: 24,
      motionDurationFast: "0.12s",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.2s",
      fontWeightStrong: 600,
    },
    components: {
      Button: { colorError: tokens.off },
      Card: { borderRadiusLG: 8 },
      Modal: { borderRadiusLG: 12 },
      Menu: {
        itemBorderRadius: 4,
        activeBarBorderWidth: 0,
        itemBg: "transparent",
        subMenuItemBg: "transparent",
        itemHeight: 34,
        itemMarginBlock: 2,
        itemSelectedBg: tokens.brandSoft,
        itemSelectedColor: tokens.brand,
      },
      Tag: {
        colorInfo: tokens.brand,
        colorSuccess: tokens.ok,
        colorWarning: tokens.watchStroke,
        colorError: tokens.off,
      },
      Table: { headerBg: tokens.page },
    },
  };
}
