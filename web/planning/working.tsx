import { Progress, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";

/** A reckoning that takes seconds: says that it goes on, and for how long. */
export function Working({
  label,
  lasting,
}: {
  readonly label: string;
  /** After some seconds. */
  readonly lasting: (seconds: number) => string;
}) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Stack gap={6} maw={520} role="status">
      <Text size="sm">{seconds < 2 ? label : lasting(seconds)}</Text>
      <Progress value={100} striped animated aria-label={label} />
    </Stack>
  );
}
