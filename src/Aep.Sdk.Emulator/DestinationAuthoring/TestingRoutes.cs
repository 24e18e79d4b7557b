using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Sample profiles and tests. Templates are Pebble: there is no engine for them here, so what renders one is refused by name.</summary>
internal static class TestingRoutes
{
    private const int MostProfiles = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sample-profiles", Profiles);
        routes.MapGet("/testing/template/sample/{id}", Template);
        routes.MapPost("/testing/template/render", IResult () => throw NotSupported.Create("POST /data/core/activation/authoring/testing/template/render (Pebble templates)"));
        routes.MapPost("/testing/destinationInstance/{id}", IResult () =>
            throw NotSupported.Create("POST /data/core/activation/authoring/testing/destinationInstance/{id} (Pebble templates)"));
    }

    private static IResult Profiles(Sandbox sandbox, string? destinationId, string? destinationInstanceId, int? count, SampleProfiles profiles)
    {
        if (destinationInstanceId is not null)
            throw NotSupported.Create("GET /data/core/activation/authoring/sample-profiles with destinationInstanceId");
        string id = destinationId ?? throw AuthoringErrors.Invalid("destinationId or destinationInstanceId is missing.");
        if (count is < 1 or > MostProfiles)
            throw AuthoringErrors.Invalid($"count must be between 1 and {MostProfiles}.");
        return Results.Json(profiles.For(AuthoringResources.Get(sandbox, AuthoringKind.Destinations, id), count ?? 1));
    }

    // A destination that takes one person at a time sees input.profile, another one input.profiles.
    private static IResult Template(Sandbox sandbox, string id)
    {
        JsonNode? aggregation = AuthoringResources.Get(sandbox, AuthoringKind.Destinations, id)["aggregation"];
        bool single = (string?)aggregation?["aggregationType"] == "BEST_EFFORT" && aggregation["bestEffortAggregation"]?["maxUsersPerRequest"]?.ToString() is null or "1";
        return Results.Text(single
            ? """{ "identities": [{% for email in input.profile.identityMap.email %}"{{ email.id }}"{% if not loop.last %}, {% endif %}{% endfor %}] }"""
            : """{ "profiles": [{% for profile in input.profiles %}{ "attributes": {{ profile.attributes | toJson }} }{% if not loop.last %}, {% endif %}{% endfor %}] }""");
    }
}
