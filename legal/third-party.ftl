<#--
  Lists what is packed into a jar, with its licence. Software under another licence than Apache-2.0 asks for its copyright
  line beside the text: the build stops at a dependency whose line is missing here.
-->
<#assign copyright = {
  "de.siegmar:fastcsv": "Copyright (c) 2014-2025 Oliver Siegmar",
  "org.slf4j:slf4j-api": "Copyright (c) 2004-2023 QOS.ch. All rights reserved.",
  "org.slf4j:slf4j-nop": "Copyright (c) 2004-2023 QOS.ch. All rights reserved."
}>
<#assign mit = false>
This jar holds cx-metrics, under the Apache License, Version 2.0, and the following software of others. META-INF/LICENSE,
META-INF/NOTICE and the files beside them hold the licences and notices that this software brings along, in full.

<#list dependencyMap as entry>
<#assign project = entry.getKey()>
<#assign name = project.groupId + ":" + project.artifactId>
<#if project.groupId != "io.cxmetrics">
${name}:${project.version}
<#if project.url?has_content>
    ${project.url}
</#if>
    Licence: ${entry.getValue()?join(", ")}
<#if entry.getValue()?seq_contains("Apache-2.0")>
<#elseif copyright[name]??>
<#assign mit = true>
    ${copyright[name]}
<#else>
<#stop "legal/third-party.ftl has no copyright line of " + name>
</#if>

</#if>
</#list>
The Apache License, Version 2.0, opens META-INF/LICENSE.
<#if mit>

The MIT licence:

    Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
    documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
    rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
    persons to whom the Software is furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
    Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
    WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
    COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
    OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
</#if>
