// The page is plain HTML; this names its style sheet to the build.
import "../ui/base.css";
import "./home.css";
