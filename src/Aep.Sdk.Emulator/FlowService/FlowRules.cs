using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>What must hold in a flow when it is made and whenever it is changed.</summary>
internal static class FlowRules
{
    /// <exception cref="Gateway.ApiException">400: a schedule, an audience, a key, a name or an option that is not possible.</exception>
    public static void Check(JsonObject flow)
    {
        FlowSchedule.CheckImport(flow);
        FlowSchedule.Of(flow);
        FlowOptions.PartialIngestionPercent(flow);
        DeduplicationKeys.Of(AudienceSelector.Parameters(flow));
        CheckName(flow["scheduleParams"]?["foldernameTemplate"], DestinationNames.OfDataset);
        foreach (AudienceSelector audience in AudienceSelector.Of(flow))
            CheckName(audience.FileNameTemplate, DestinationNames.OfAudience);
    }

    private static void CheckName(JsonNode? template, IReadOnlyList<string> macros)
    {
        if (template?.ToString() is { } text)
            NameMacros.Fill(text, macros.ToDictionary(macro => macro, _ => "x"), DateTimeOffset.UnixEpoch);
    }
}
