"""The parts that every page is built from. They need no ``{% load %}``: the settings make them built in.

All take keyword arguments only. Where a part has a body, it is a block and ends in ``end<name>``.
The gallery page renders each of them in every state, with the markup that made it.

Frame        ``{% breadcrumbs %}{% crumb label= href= %}…{% endbreadcrumbs %}``
             ``{% page_header title= caption= lead= status_label= tone= %}buttons{% endpage_header %}``
Actions      ``{% button label= href= post= variant= icon= name= value= form= small= %}``
             ``{% confirm label= post= yes= name= value= %}what will happen{% endconfirm %}``
             ``{% details summary= opened= %}…{% enddetails %}``, ``{% why_not text= %}``
Saying       ``{% notice tone= title= %}…{% endnotice %}``
             ``{% empty_state title= text= action= href= icon= %}``
             ``{% status label= tone= icon= %}``, ``{% icon name= label= %}``
Recruitment  ``{% requirement_badge requirement= %}``, ``{% evidence_letters letters= %}``
             ``{% score_chip points= label= tone= %}``
Forms        ``{% error_summary form= %}`` or ``{% error_summary forms= %}``
             ``{% field field= label= hint= width= inline= drop= %}``
             ``{% fieldset legend= hint= error= large= %}…{% endfieldset %}``, ``{% relabel field= label= %}``
Figures      ``{% tiles %}{% tile label= value= hint= href= tone= %}{% endtiles %}``
             ``{% progress value= maximum= label= text= %}``
             ``{% steps label= %}{% step label= state= href= hint= %}{% endsteps %}``
Lists        ``{% task_list %}{% task label= href= status_label= tone= hint= %}{% endtask_list %}``
             ``{% summary_list %}{% summary_row label= href= change= %}value{% endsummary_row %}…``
             ``{% timeline %}{% timeline_event title= at= by= tone= icon= %}words{% endtimeline_event %}…``
             ``{% data_table label= tall= cards= %}<thead>…<tbody>…{% enddata_table %}``
             ``{% pagination page= things= %}``
Law          ``{% source_link source= %}``
Filters      ``|uk_date`` (12/01/2027), ``|uk_datetime`` (12/01/2027 at 14:05)

Tones: neutral, info, good (or success), warning, danger (or error), waiting.
Widths of fields: full, short, date, number. Variants of buttons: primary, secondary, danger, quiet.

From Python: ``score_class(points=, lowest=, highest=)`` names the one class of a grid cell.
"""

from core.templatetags.components import actions, forms, frame, lists, sources, words
from core.templatetags.components.registry import register
from core.templatetags.components.words import score_class

__all__ = ["actions", "forms", "frame", "lists", "register", "score_class", "sources", "words"]
