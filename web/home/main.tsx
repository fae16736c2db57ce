// The page is plain HTML; this names its style sheet to the build.
import "../ui/base.css";
import "../ui/field.css";
import "../ui/screens.css";
import "./home.css";
