import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  Answered,
  type AnswerOf,
  ConfirmDialog,
  DateText,
  InstantText,
  LookupField,
  type LookupHit,
  PageHead,
  PageLink,
  Quantity,
  StateBadge,
  useApi,
  useCan,
  useCommand,
  useCompany,
  useCompanyName,
  useGo,
  useLive,
  usePageTitle,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { ChainPromiseSteps } from "./chain-promise-steps.tsx";
import { CHAIN_PROMISE_TONES, findMakers } from "./words.ts";

type ChainPromise = AnswerOf<"get", "/api/v1/network/chain-promises/{id}">;

/** One date held along a chain: given back, or made the maker's order. */
export function Page() {
  const { promiseId = "" } = usePathParams();
  const found = useApi("/api/v1/network/chain-promises/{id}", { params: { path: { id: promiseId } } });
  useLive("network.", () => void found.refetch());
  return <Answered answer={found}>{(data) => <Held promise={data} />}</Answered>;
}

function Held({ promise }: { readonly promise: ChainPromise }) {
  const t = useText();
  const can = useCan();
  const own = useCompanyName()(useCompany());
  const [asking, setAsking] = useState<"order" | "release" | null>(null);
  const release = useCommand("post", "/api/v1/network/chain-promises/{id}/release", {
    success: t("network.chainPromise.released"),
  });
  usePageTitle(promise.number);
  const isHeld = promise.state === "held" && can("network.dispatch");
  const given = promise.state === "held" && promise.steps.some((step) => step.standing === "released");
  return (
    <Stack gap={14}>
      <PageHead
        title={`${t("network.chainPromise.one")} ${promise.number}`}
        hint={
          <>
            {promise.itemCode} {promise.itemName} · <Quantity value={promise.quantity} unit={promise.unit} />
          </>
        }
      >
        {isHeld && (
          <>
            <Button variant="default" loading={release.busy} onClick={() => setAsking("release")}>
              {t("network.chainPromise.release")}
            </Button>
            <Button disabled={given} onClick={() => setAsking("order")}>
              {t("network.chainPromise.order")}
            </Button>
          </>
        )}
      </PageHead>
      <Group gap={24}>
        <StateBadge
          tone={CHAIN_PROMISE_TONES[promise.state]}
          label={t(`network.chainPromise.state.${promise.state}`)}
        />
        <Text size="sm">
          {t("network.chainPromise.readyOn")} <DateText value={promise.promisedOn} relative />
        </Text>
        <Text size="sm">
          {t("network.order.wantedOn")} <DateText value={promise.wantedOn} />
        </Text>
        {promise.state === "held" && (
          <Text size="sm">
            {t("network.chainPromise.expiresAt")} <InstantText value={promise.expiresAt} />
          </Text>
        )}
        {promise.chainId && (
          <PageLink to={`network/chains/${promise.chainId}`}>
            {t("network.chainPromise.toChain", { number: promise.tradeNumber ?? "" })}
          </PageLink>
        )}
      </Group>
      {given && <Alert color="orange">{t("network.chainPromise.givenBack")}</Alert>}
      <ChainPromiseSteps steps={promise.steps} own={own} unit={promise.unit} />
      {asking === "release" && (
        <ConfirmDialog
          onClose={() => setAsking(null)}
          action={{
            id: "release",
            label: t("network.chainPromise.release"),
            run: () => release.run({ params: { path: { id: promise.id } } }),
            confirm: { title: t("network.chainPromise.release"), text: t("network.chainPromise.releaseText") },
          }}
        />
      )}
      {asking === "order" && <OrderDialog promise={promise} onClose={() => setAsking(null)} />}
    </Stack>
  );
}

/** Whose order it becomes, and at what price. */
function OrderDialog({ promise, onClose }: { readonly promise: ChainPromise; readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const [maker, setMaker] = useState<LookupHit | null>(null);
  const [unitPrice, setUnitPrice] = useState("");
  const [outsideNumber, setOutsideNumber] = useState("");
  const [deliverTo, setDeliverTo] = useState("");
  const confirm = useCommand("post", "/api/v1/network/chain-promises/{id}/confirm", {
    success: (value) => t("network.chainPromise.ordered", { number: value.number }),
  });
  const send = async () => {
    if (!maker) return;
    const body = {
      version: promise.version,
      partnerId: maker.id,
      outsideNumber,
      deliverTo,
      ...(unitPrice !== "" && { unitPrice }),
    };
    const end = await confirm.run({ params: { path: { id: promise.id } }, body });
    if (end?.ok) go(`network/chains/${end.value.chainId}`);
  };
  const persons = promise.steps.filter((step) => step.answer === "person").length;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("network.chainPromise.order")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap={12}>
        <LookupField label={t("network.order.maker")} lookup={findMakers} hit={maker} onHit={setMaker} required />
        <Group gap={10} grow>
          <TextInput
            label={t("network.order.unitPrice")}
            placeholder={t("network.chainPromise.agreedPrice")}
            value={unitPrice}
            onChange={(event) => setUnitPrice(event.currentTarget.value)}
            inputMode="decimal"
          />
          <TextInput
            label={t("network.order.outsideNumber")}
            value={outsideNumber}
            onChange={(event) => setOutsideNumber(event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label={t("network.order.deliverTo")}
          value={deliverTo}
          onChange={(event) => setDeliverTo(event.currentTarget.value)}
        />
        <Alert color="indigo">
          {t("network.chainPromise.orderHint")}
          {persons > 0 && ` ${t("network.chainPromise.orderPersons", { count: persons })}`}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            disabled={!maker || (unitPrice !== "" && !/^\d+(\.\d+)?$/.test(unitPrice))}
            loading={confirm.busy}
            onClick={() => void send()}
          >
            {t("network.chainPromise.orderNow")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
