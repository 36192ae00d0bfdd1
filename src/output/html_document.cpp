#include "html_document.h"

#include "markup.h"
#include "rapporteur/base/digest.h"

namespace rapporteur::output {

namespace {

constexpr const char* kStyle =
    R"(:root{color-scheme:light dark;--bg:#fff;--ink:#1b2430;--soft:#5b6776;--line:#dfe4ea;
--main:#1f5fa8;--mark:#fff1b8;--due:#7a4fa3;--tint:#f6f3fa}
@media (prefers-color-scheme:dark){:root{--bg:#12161c;--ink:#e7ecf2;--soft:#9aa7b6;--line:#2b333e;--main:#7db4f0;
--mark:#5a4a12;--due:#c6a4ea;--tint:#1d1826}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);
font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
article{max-width:62rem;margin:0 auto;padding:2.2rem 1.4rem 3rem;overflow-wrap:anywhere}
article+article{border-top:3px double var(--line)}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}.sub{color:var(--soft);margin:0 0 1.4rem}
h2{font-size:1.08rem;margin:2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
.note{color:var(--soft);font-size:.92rem;margin:0 0 .6rem}ul{margin:0;padding:0;list-style:none}
li{margin:.3rem 0}ul.f>li{padding-left:1.1rem;text-indent:-1.1rem}ul.f>li>*{text-indent:0}
ul.f>li::before{content:"\2013\00a0\00a0";color:var(--soft)}
ul.f ul.f{margin:.2rem 0 .5rem .2rem;font-size:.95rem}b.l{font-weight:600}b.l::after{content:":\00a0"}
a{color:var(--main);text-decoration:none}a:hover,a:focus{text-decoration:underline}
sup{font-size:.72rem;line-height:0;white-space:nowrap}sup a{padding:0 .12rem}
mark{background:var(--mark);color:inherit;padding:0 .08em;border-radius:.15em}:target{outline:2px solid var(--main)}
footer{margin-top:2.2rem;color:var(--soft);font-size:.82rem;border-top:1px solid var(--line);padding-top:.6rem}
@media print{body{font-size:10.5pt}article{max-width:none;padding:0}article+article{break-before:page;border:0}
h2,h3{break-after:avoid}li{break-inside:avoid}a{color:inherit}}
)";

}  // namespace

void write_html_head(std::string_view title, std::string_view own_style, std::string& out) {
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<title>" + escaped_markup(title) + "</title>\n<style>\n" + kStyle;
  out += own_style;
  out += "</style>\n</head>\n<body>\n";
}

std::string anchor_key(std::string_view content) {
  constexpr std::size_t kDigits = 16;
  return "p" + sha256_hex(content).substr(0, kDigits);
}

}  // namespace rapporteur::output
