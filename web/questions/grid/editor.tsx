import { limits } from "../../../worker/shared/limits.ts";
import { blankItems, type DraftItem, readItems, readText } from "../draft.ts";
import { TranslatedField } from "../editor-fields.tsx";
import { ItemsField } from "../items-field.tsx";
import type { EditorProps, QuestionEditor } from "../question-editor.ts";

type Ends = [low: string, high: string];
export type GridFields = { type: "grid"; items: DraftItem[]; xLabels: Ends; yLabels: Ends };

export const gridEditor: QuestionEditor<GridFields> = {
  blank: (newKey) => ({
    type: "grid",
    items: blankItems(limits.gridItems.min, newKey),
    xLabels: ["", ""],
    yLabels: ["", ""],
  }),
  read: (raw, newKey) => ({
    type: "grid",
    items: readItems(raw.items, newKey),
    xLabels: readEnds(raw.xLabels),
    yLabels: readEnds(raw.yLabels),
  }),
  Fields: (props) => {
    const { question, path, form, onChange } = props;
    return (
      <>
        <ItemsField
          form={form}
          path={`${path}.items`}
          kind="item"
          range={limits.gridItems}
          items={question.items}
          onChange={(items) => onChange({ ...question, items })}
        />
        <Axis axis="xLabels" {...props} />
        <Axis axis="yLabels" {...props} />
      </>
    );
  },
};

type AxisProps = EditorProps<GridFields> & { axis: "xLabels" | "yLabels" };

function Axis({ axis, question, path, form, onChange }: AxisProps) {
  return (
    <fieldset class="scale-ends">
      <legend>{form.t(`field.${axis}`)}</legend>
      {([0, 1] as const).map((end) => (
        <TranslatedField
          key={end}
          form={form}
          path={`${path}.${axis}.${end}`}
          label={form.t(`field.${axis}.${end}`)}
          value={question[axis][end]}
          max={limits.labelLength}
          onInput={(value) => {
            const [low, high] = question[axis];
            onChange({ ...question, [axis]: end === 0 ? [value, high] : [low, value] });
          }}
        />
      ))}
    </fieldset>
  );
}

function readEnds(value: unknown): Ends {
  const [low, high]: unknown[] = Array.isArray(value) ? value : [];
  return [readText(low), readText(high)];
}
