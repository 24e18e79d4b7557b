using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Templates;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>
/// The language of templates: what Pebble documents and Destination SDK supports, and that everything else is refused where it stands.
/// </summary>
public sealed class TemplateTests
{
    private static readonly JsonObject Context = JsonNode.Parse(
        """
        {
          "name": "ada lovelace", "empty": "", "blank": "  ", "nothing": null, "count": 3, "price": 2.5, "yes": true,
          "list": ["b", "a", "c"], "numbers": [3, 1, 2], "none": [],
          "map": { "one": 1, "two": 2 }, "at": "2022-02-08T18:34:24.000+0000",
          "profile": { "id": "x", "tags": [{ "n": 1 }, { "n": 2 }] },
          "audiences": { "ups": { "s1": { "status": "realized" }, "s2": { "status": "exited" }, "s3": { "status": "realized" } },
                         "other": { "o1": { "status": "exited" } } }
        }
        """)!.AsObject();

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{#", "#}", "-", "'", "\"", " if ", " for x in list ", " endif ", " endfor ", "name", "|", "(", ")", "[",
            "]", ".", " is ", " not ", "1",
    ];

    [Theory]
    // Values
    [InlineData("plain { text } % # is kept", "plain { text } % # is kept")]
    [InlineData("{{ name }}", "ada lovelace")]
    [InlineData("{{ nothing }}{{ missing }}{{ missing.member.too }}", "")]
    [InlineData("{{ count }} {{ price }} {{ yes }}", "3 2.5 true")]
    [InlineData("{{ 'it\\'s' }} {{ \"q\\\"q\" }}", "it's q\"q")]
    [InlineData("{{ map }} {{ list }}", """{"one":1,"two":2} ["b","a","c"]""")]
    [InlineData("{{ [1, 'a'] }} {{ {'a': 1, 'b': 2} }}", "[1, a] {a=1, b=2}")]
    [InlineData("{{ profile.id }}{{ profile['id'] }}{{ list[1] }}{{ profile.tags[1].n }}", "xxa2")]
    [InlineData("{{ list[9] }}", "")]
    [InlineData("a{# a comment with {{ braces }} #}b", "ab")]
    [InlineData("a  {{- name -}}  b", "aada lovelaceb")]
    [InlineData("a  {#- x -#}  b", "ab")]
    [InlineData("a\r\n{%- if yes -%}\r\n b {%- endif %}\r\nc", "ab\r\nc")]
    [InlineData("{% if yes %}\na{% endif %}\n", "\na\n")]
    [InlineData("{{ '}}' }}{{ {'a': {'b': 1}}.a.b }}", "}}1")]
    // Operators
    [InlineData("{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 7 / 2 }} {{ 7 % 4 }} {{ 7.0 / 2 }} {{ -count }}", "7 9 3 3 3.5 -3")]
    [InlineData("{{ 'a' ~ 1 ~ 'b' }} {{ 'a' + 'b' }}", "a1b ab")]
    [InlineData("{{ count == 3 }} {{ count equals 3.0 }} {{ name != 'x' }} {{ count >= 4 }} {{ 'a' < 'b' }}", "true true true false true")]
    [InlineData("{{ yes and not empty }} {{ empty or nothing }} {{ not yes }}", "true false false")]
    [InlineData("{{ list contains 'a' }} {{ map contains 'two' }} {{ name contains 'love' }} {{ nothing contains 1 }}",
        "true true true false")]
    [InlineData("{{ yes ? 'y' : 'n' }}{{ missing ? 'y' : 'n' }}", "yn")]
    [InlineData("{{ name | upper ~ '!' }}", "ADA LOVELACE!")]
    // Tests
    [InlineData("{{ empty is empty }} {{ blank is empty }} {{ nothing is empty }} {{ none is empty }} {{ map is not empty }}",
        "true true true true true")]
    [InlineData("{{ nothing is null }} {{ missing is defined }} {{ 2 is even }} {{ 2 is odd }}", "true false true false")]
    [InlineData("{{ list is iterable }} {{ map is map }} {{ name is iterable }}", "true true false")]
    // Tags
    [InlineData("{% if count == 1 %}one{% elseif count == 3 %}three{% else %}many{% endif %}", "three")]
    [InlineData("{% if count == 1 %}one{% elseif count == 2 %}two{% else %}many{% endif %}", "many")]
    [InlineData("{% for item in list %}{{ loop.index }}{{ item }}{% if not loop.last %},{% endif %}{% endfor %}", "0b,1a,2c")]
    [InlineData("{% for item in list %}{{ loop.first }}{{ loop.length }}{{ loop.revindex }} {% endfor %}", "true32 false31 false30 ")]
    [InlineData("{% for entry in map %}{{ entry.key }}={{ entry.value }};{% endfor %}", "one=1;two=2;")]
    [InlineData("{% for item in none %}x{% else %}nobody{% endfor %}{% for item in missing %}x{% endfor %}", "nobody")]
    [InlineData(
        "{% for a in [1,2] %}{% for b in [3,4] %}{{ a }}{{ b }}{% if loop.last %};{% endif %}{% endfor %}{{ loop.index }} {% endfor %}",
        "1314;0 2324;1 ")]
    [InlineData("{% for a in list %}{% if seen %},{% endif %}{% set seen = true %}{{ a }}{% endfor %}", "b,a,c")]
    [InlineData("{% set x = 1 %}{% for a in [1,2] %}{% set x = x + a %}{% endfor %}{{ x }}", "4")]
    [InlineData("{% filter upper %}a{{ name }}{% endfilter %}", "AADA LOVELACE")]
    [InlineData("{% filter trim | upper %} a {% endfilter %}", "A")]
    // Filters
    [InlineData("{{ name | capitalize }} {{ name | title }} {{ 'AB' | lower }} {{ ' a ' | trim }}", "Ada lovelace Ada Lovelace ab a")]
    [InlineData("{{ name | abbreviate(6) }} {{ -3 | abs }} {{ 'a b&c' | urlencode }}", "ada... 3 a+b%26c")]
    [InlineData("{{ 'ab' | base64encode }} {{ 'YWI=' | base64decode }}", "YWI= ab")]
    [InlineData("{{ 'abc' | sha256 }}", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("{{ missing | default('x') }} {{ empty | default(default='y') }} {{ name | default('z') }}", "x y ada lovelace")]
    [InlineData("{{ '<a \"b\">' | escape }} {{ 'a\"b' | escape(strategy='js') }} {{ '<' | raw }}", "&lt;a &quot;b&quot;&gt; a\\\"b <")]
    [InlineData("{{ list | first }}{{ list | last }}{{ 'xyz' | first }}{{ 'xyz' | last }}{{ none | first }}", "bcxz")]
    [InlineData("{{ list | join(',') }} {{ list | sort | join }} {{ numbers | rsort | join('-') }} {{ list | reverse | join }}",
        "b,a,c abc 3-2-1 cab")]
    [InlineData("{{ list | length }} {{ map | length }} {{ 'four' | length }} {{ missing | length }}", "3 2 4 0")]
    [InlineData("{{ list | slice(1) | join }} {{ 'abcde' | slice(1, 3) }} {{ list | slice(toIndex=1, fromIndex=0) | join }}", "ac bc b")]
    [InlineData("{{ list | merge(['d']) | join }} {{ map | merge({'two': 5, 'three': 3}) }}", "bacd {one=1, two=5, three=3}")]
    [InlineData("{{ 'I like %this%.' | replace({'%this%': 'tea', 'like': 'love'}) }}", "I love tea.")]
    [InlineData("{{ 'a,b,,c,,' | split(',') | join('|') }} {{ 'a,b,c' | split(',', 2) | join('|') }}", "a|b||c a|b,c")]
    [InlineData("{{ 2.345 | numberformat('0.00') }}", "2.35")]
    [InlineData("{{ at | date(existingFormat=\"yyyy-MM-dd'T'HH:mm:sss.SSSX\", format=\"yyyy-MM-dd'T'HH:mm:ssX\") }}",
        "2022-02-08T18:34:24Z")]
    [InlineData("{{ '2022-02-08T18:34:24Z' | date('dd.MM.yyyy HH:mm', timeZone='Europe/Paris') }}", "08.02.2022 19:34")]
    [InlineData("{{ max(1, 3, 2) }}{{ min(3, 1) }}", "31")]
    // What Adobe has added
    [InlineData(
        "{% for s in addedSegments(audiences.ups) %}<{{ s.key }}>{% endfor %};{% for s in removedSegments(audiences.ups) %}<{{ s.key }}>{% "
            + "endfor %}", "<s1><s3>;<s2>")]
    [InlineData(
        "{% for s in audiences.ups | added %}<{{ s.key }}>{% endfor %}{% for s in audiences.ups | removed %}<{{ s.key }}>{% endfor %}",
        "<s1><s3><s2>")]
    [InlineData("{% for s in removedSegments(audiences) %}{{ s.key }}:{{ s.value.status }} {% endfor %}", "s2:exited o1:exited ")]
    [InlineData("{{ hasSegments(audiences) }} {{ hasSegments({}) }} {{ hasSegments(missing) }} {{ addedSegments(missing) | length }}",
        "true false false 0")]
    public void A_template_is_rendered(string template, string expected) =>
        Assert.Equal(expected, Template.Parse(template).Render(Variables()));

    [Theory]
    [InlineData("{{ name", "line 1, column 1: '{{' is not closed")]
    [InlineData("a\n  {% if yes %}b", "line 2, column 5: The tag 'if' has no 'endif'")]
    [InlineData("{% if yes %}a{% endfor %}", "'endfor' comes first")]
    [InlineData("a{% endif %}", "The tag 'endif' ends or divides nothing")]
    [InlineData("{% macro x() %}{% endmacro %}", "The tag 'macro' is not supported by Destination SDK: use if, for, set, filter")]
    [InlineData("{% include 'x' %}", "The tag 'include'")]
    [InlineData("x\ny {{ name | shout }}", "line 2, column 13: The filter 'shout' is not known: use abbreviate")]
    [InlineData("{{ range(1, 2) }}", "column 4: The function 'range' is not supported by Destination SDK")]
    [InlineData("{{ nobody() }}", "The function 'nobody' is not known: use addedSegments")]
    [InlineData("{{ 1 is prime }}", "The test 'prime' is not known: use defined")]
    [InlineData("{{ name.toUpperCase() }}", "The method 'toUpperCase' cannot be called")]
    [InlineData("{{ \"#{name}\" }}", "Values within texts")]
    [InlineData("{{ 1 + }}", "The end stands where a value is expected")]
    [InlineData("{{ a b }}", "'b' stands where the end is expected")]
    [InlineData("{{ name | date(pattern='x') }}", "'date' has no argument 'pattern': it has format, existingFormat, timeZone")]
    [InlineData("{{ name | upper(1) }}", "'upper' takes 0 arguments at most, not 1")]
    [InlineData("{{ name | date('yyyy') }}", "'ada lovelace' is not a date")]
    [InlineData("{{ list | abs }}", "is not a number")]
    [InlineData("{{ 1 / 0 }}", "divided by zero")]
    [InlineData("{% for letter in name %}{% endfor %}", "column 18: 'ada lovelace' is no list and no map")]
    [InlineData("{{ name | split('(') }}", "cannot use '('")]
    [InlineData("{{ name @ 1 }}", "'@' is not part of the language")]
    [InlineData("{{ 'open }}", "The text has no closing quote")]
    [InlineData("{{ addedSegments() }}", "needs the map of audiences")]
    [InlineData("{{ name | escape('css') }}", "The strategy 'css'")]
    public void What_is_wrong_is_named_with_line_and_column(string template, string says)
    {
        TemplateException exception = Assert.Throws<TemplateException>(() => Template.Parse(template).Render(Variables()));
        Assert.Contains(says, exception.Describe(template));
    }

    [Fact]
    public void Any_text_is_rendered_or_refused_with_a_place() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])).Array[0, 12].ForAll(pieces =>
    {
        string template = string.Concat(pieces);
        try
        {
            Template.Parse(template).Render(Variables());
        }
        catch (TemplateException exception)
        {
            Assert.InRange(exception.Offset, 0, template.Length);
        }
    });

    private static Dictionary<string, object?> Variables() =>
        Context.ToDictionary(member => member.Key, member => TemplateValues.Of(member.Value));
}
