// The pages are plain HTML; this names their style sheets to the build.
import "../ui/base.css";
import "../ui/screens.css";
import "./documents.css";
