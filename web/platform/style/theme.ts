import {
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  NumberInput,
  Table,
  Tooltip,
} from "@mantine/core";

/** 藍: the one accent colour. Every other colour says a state, and never alone. */
const indigo: MantineColorsTuple = [
  "#eef4fa",
  "#d9e6f2",
  "#b3cce4",
  "#8ab1d5",
  "#6799c8",
  "#4580b4",
  "#2f6a9f",
  "#23527c",
  "#1c4366",
  "#143350",
];

/** States. Their strong tones are dark enough for AA as text on white, which Mantine's own are not. */
const red: MantineColorsTuple = [
  "#fdf0ef",
  "#fde0de",
  "#f7bfbb",
  "#ee958f",
  "#e06b63",
  "#d14b41",
  "#c6322a",
  "#b42318",
  "#95190f",
  "#75110a",
];
const orange: MantineColorsTuple = [
  "#fdf4ea",
  "#fbe6cf",
  "#f5cb9d",
  "#edac67",
  "#e0913c",
  "#d07a1c",
  "#b7620b",
  "#984d04",
  "#7c3e02",
  "#5f2f01",
];
const teal: MantineColorsTuple = [
  "#eaf6f0",
  "#d5ecdf",
  "#abd8bf",
  "#7cc19c",
  "#52aa7c",
  "#359364",
  "#247e51",
  "#17603a",
  "#114c2d",
  "#0b3820",
];

export const FONT_FAMILY = '"Noto Sans JP Variable", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif';

export const theme = createTheme({
  colors: { indigo, red, orange, teal },
  primaryColor: "indigo",
  primaryShade: 7,
  fontFamily: FONT_FAMILY,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "6px", sm: "10px", md: "14px", lg: "20px", xl: "28px" },
  headings: {
    fontFamily: FONT_FAMILY,
    fontWeight: "600",
    sizes: { h1: { fontSize: "20px" }, h2: { fontSize: "16px" }, h3: { fontSize: "14px" } },
  },
  defaultRadius: 4,
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    // A toast stands outside the pages' texts: its button is named in both languages.
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": "閉じる / Close" } } }),
    Alert: Alert.extend({
      defaultProps: { variant: "light", radius: 4 },
      // Orange on pale yellow cannot be read by everybody.
      styles: (_theme, { color }) => (color === "yellow" ? { title: { color: "#5c3c00" } } : {}),
    }),
    Badge: Badge.extend({ defaultProps: { variant: "light", radius: 3, tt: "none", fw: 600 } as const }),
    Button: Button.extend({ defaultProps: { size: "xs", fz: 13 } as const }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
    }),
    Menu: Menu.extend({
      defaultProps: { shadow: "md", position: "bottom-end", withinPortal: true, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontWeight: 600, fontSize: 15 } },
    }),
    // Figures are read from the right, as in tables.
    NumberInput: NumberInput.extend({ styles: { input: { textAlign: "right", fontVariantNumeric: "tabular-nums" } } }),
    Table: Table.extend({ defaultProps: { fz: 13 } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300, fz: 12 } as const }),
  },
});

/** Mantine's grey for secondary text and placeholders is too pale for AA on white and on the table's head. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    "--musubi-line": "#d8dde3",
    "--musubi-head": "#f4f6f8",
    "--musubi-quiet": "#56606b",
    "--musubi-selected": "#e6f0f9",
    "--musubi-negative": "#b42318",
  },
  light: {
    "--mantine-color-dimmed": "#56606b",
    "--mantine-color-placeholder": "#6b7580",
    "--mantine-color-text": "#1c2430",
    "--mantine-color-error": "#b42318",
    "--mantine-color-default-border": "#c3cad2",
  },
  dark: {},
});
