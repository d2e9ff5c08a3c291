import { Alert, Typography } from "antd";

/** A secret that is shown this one time, with a button that copies it. */
export function OnceShown({ hint, text }: { readonly hint: string; readonly text: string }) {
  return (
    <Alert
      className="once-shown"
      type="warning"
      showIcon
      title={hint}
      description={
        <Typography.Text code copyable={{ text }}>
          {text}
        </Typography.Text>
      }
    />
  );
}
