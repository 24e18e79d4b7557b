using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>A template to begin with: identities and audiences of one person, or of each person of a message.</summary>
internal static class SampleTemplate
{
    private const string Person =
        """
        { "identities": [
            {%- for space in PERSON.identityMap %}{% set namespace = space.key %}
              {%- for identity in space.value %}
              { "type": "{{ namespace }}", "id": "{{ identity.id }}" }{% if not loop.last %},{% endif %}
              {%- endfor %}{% if not loop.last %},{% endif %}
            {%- endfor %}
            ],
            {%- set audiences = PERSON.segmentMembership.ups %}
            "audiences": {
              "add": [{% for one in audiences | added %}"{{ one.key }}"{% if not loop.last %}, {% endif %}{% endfor %}],
              "remove": [{% for one in removedSegments(audiences) %}"{{ one.key }}"{% if not loop.last %}, {% endif %}{% endfor %}]
            } }
        """;

    public static string For(JsonObject destination) => AggregationPolicy.Of(destination).IsSingle
        ? Person.Replace("PERSON", "input.profile", StringComparison.Ordinal)
        : $$"""
            { "profiles": [
              {% for profile in input.profiles %}
              {{Person.Replace("PERSON", "profile", StringComparison.Ordinal)}}{% if not loop.last %},{% endif %}
              {% endfor %}
            ] }
            """;
}
