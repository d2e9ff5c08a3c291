import type { SelectProps } from "antd";

export interface PickerProps {
  readonly value: unknown;
  readonly onChange: (value: string | string[] | null, title: string | null) => void;
  /** Names of what is already picked, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly many?: boolean;
  readonly label: string;
  /** Opened as soon as it stands: in a grid's cell. */
  readonly autoOpen?: boolean;
  readonly select: Pick<SelectProps, "id" | "status" | "className" | "autoFocus" | "size" | "getPopupContainer">;
}
