/**
 * Preact as the phone's page needs it. That page has functions of props alone: no classes, state, contexts, portals, error
 * boundaries or hooks of tools, and what those need is a fifth of all that a phone would load. It is cut from Preact's own
 * sources while they are bundled, and the minifier drops what can't be reached any more. A cut that a new version of Preact
 * has no place for fails the build. The server, the other pages and unit tests have Preact whole; the end-to-end tests have
 * what phones get.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

type Cut = [from: string | RegExp, to: string];

/** Where Preact has its sources, beside what it has built of them. */
const source = join(dirname(createRequire(import.meta.url).resolve("preact")), "..", "src");

const cuts: Record<string, Cut[]> = {
  "diff/index.js": [
    ["(tmp = newType.prototype) && tmp.render", "false"],
    ["tmp = newType.contextType;", ""],
    ["tmp && globalContext[tmp._id]", "null"],
    [/= tmp\s*\? provider[\s\S]*?: globalContext;/, "= globalContext;"],
    ["c.getChildContext", "false"],
    ["!c.state", "false"],
    [/!\(c\._bits & COMPONENT_FORCE\) &&\s*c\.shouldComponentUpdate/, "false"],
    ["c.componentWillUpdate", "false"],
    ["c._stateCallbacks = [];\n\t\t\t}\n\n\t\t\tif (isClass", "}\n\n\t\t\tif (isClass"],
    [/let renderHook[\s\S]*?&& \+\+count < 25\);/, "c._bits &= ~COMPONENT_DIRTY;\ntmp = c.render(c.props);"],
    [/newProps\._parentDom/g, "false"],
    [/\tif \(\s*oldVNode\._flags & MODE_SUSPENDED[\s\S]*?(?=\tif \(\(tmp = options\._diff)/, ""],
    ["if (resumed) resumed.some(removeNode);", ""],
    [/commitQueue\.length = oldCommitQueueLength;[\s\S]*?options\._catchError\(e, newVNode, oldVNode\);/, "throw e;"],
    ["if (c._bits & COMPONENT_PROCESSING_EXCEPTION) {", "if (false) {"],
    ["if (c._bits & COMPONENT_PENDING_ERROR) {", "if (false) {"],
    ["nodeType == 'template' && dom.content", "false"],
    [/i == 'dangerouslySetInnerHTML'/g, "false"],
    [/commitQueue\.some\(c => \{[\s\S]*?\n\t\}\);/, ""],
    [/options\._commit|options\.diffed|options\._diff\b|options\._hydrationMismatch/g, "null"],
    [/\(namespace == MATH_NAMESPACE && [^)]*\)\)/, "false"],
    [/else if \(nodeType == 'math'\) namespace = MATH_NAMESPACE;/, ""],
    [/nodeType == 'progress'/g, "false"],
    [/if \(\s*\(r = vnode\.ref\)[\s\S]*?\n\t\}\n/, ""],
    [/if \(r\.componentWillUnmount\) \{[\s\S]*?\n\t\t\}\n/, ""],
    [/if \(\s*!skipRemove &&\s*\(r = vnode\._component\)[\s\S]*?\n\t\}\n/, ""],
    ["? skipRemove && !vnode.props._parentDom", "? skipRemove"],
    ["if (options.unmount) options.unmount(vnode);", ""],
    [/for \(let i = 0; i < refQueue\.length; \) \{[\s\S]*?\n\t\}\n/, ""],
  ],
  "component.js": [
    [/BaseComponent\.prototype\.setState = [\s\S]*?\n\};/, ""],
    [/BaseComponent\.prototype\.forceUpdate = [\s\S]*?\n\};/, ""],
    ["&& !vnode.props._parentDom\n", "\n"],
  ],
  "diff/children.js": [
    [/\t\tif \(oldVNode\.ref != childVNode\.ref[\s\S]*?\n\t\t\}\n/, ""],
    ["if (parentVNode.props._parentDom) return oldDom;", ""],
    [/if \(oldDom && !oldDom\.parentNode\) \{[\s\S]*?\n\t\t\}\n/, ""],
    [/while \(next && next\.nodeType == 8\) next = next\.nextSibling;/, ""],
    [/while \(\s*\(oldDom = oldDom && oldDom\.nextSibling\)[\s\S]*?\);/, "oldDom = oldDom && oldDom.nextSibling;"],
    ["childVNode.constructor === String", "false"],
    [/childVNode\.constructor === VNODE_MARKER && childVNode\._depth/, "false"],
  ],
  "diff/props.js": [
    [/if \(name == 'style'\) \{[\s\S]*?\n\t\}\n\t\/\/ Bench[^\n]*\n\telse if/, "if"],
    [/useCapture = [^\n]*;/, ""],
    ["name.replace(/xlink(H|:h)/, 'h').replace(/sName$/, 's')", "name"],
    [/options\.event \? options\.event\(e\) : e/, "e"],
    ["name != 'rowSpan' &&", ""],
    ["name != 'colSpan' &&", ""],
    ["name != 'download' &&", ""],
    ["name != 'popover' &&", ""],
    ["name == 'popover' && value == true ? '' : value", "value"],
  ],
  "create-element.js": [["!original && options.vnode", "false"]],
  "render.js": [["options._root", "false"]],
};

export const phoneRenderer: Plugin = {
  name: "phone-renderer",
  enforce: "pre",
  resolveId: (id) => (id === "preact" ? join(source, "index.js") : null),
  transform: {
    filter: { id: /[\\/]preact[\\/]src[\\/]/ },
    handler(code, id) {
      const file = id.slice(id.lastIndexOf("/src/") + 5);
      let cut = code;
      for (const [from, to] of cuts[file] ?? []) {
        const next = cut.replace(from, () => to);
        if (next === cut) this.error(`preact/src/${file} has no ${String(from)}`);
        cut = next;
      }
      return { code: cut.replace(/(?<=\b|\.)_([a-z]\w*)/g, (_, name: string) => `__${shortOf(name)}`), map: null };
    },
  },
};

/** Fields that Preact keeps for itself get short names, as in its own build. */
const shorts = new Map<string, string>();
function shortOf(name: string): string {
  const known = shorts.get(name) ?? (10 + shorts.size).toString(36);
  shorts.set(name, known);
  return known;
}
