{#- Các diện mà mã chạy chấm câu trả lời theo: điều kiện, và chữ của thẻ mà nó hiện ra. -#}
{% import "components/links.html" as links %}
var PBGDPL_GROUPS = [
{% for group in groups %}
{{ {
  "address": group.address,
  "label": group.label,
  "demo": words.mark.demo if group.demo else "",
  "draft": words.status.draft if group.status == "draft" else "",
  "law": links.title(laws[group.document]) | striptags ~ ", " if group.document in laws else "",
  "clause": group.clause,
  "who": group.who,
  "doubt": group.doubt or "",
  "evidence": evidence[group.id],
  "conditions": rules[group.id],
} | tojson }}{% if not loop.last %},{% endif %}

{% endfor %}
];
