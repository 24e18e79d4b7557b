using Aep.Sdk;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Schemas;

namespace Samples.Tests.Workflow;

/// <summary>All that is in a sandbox: kind, name and id of every resource.</summary>
internal static class Inventory
{
    public static async Task<IReadOnlyList<string>> OfAsync(AepClient aep)
    {
        var list = new List<string>();
        async Task AddAsync<T>(string kind, IAsyncEnumerable<T> items, Func<T, string> name) =>
            list.AddRange(await items.Select(item => $"{kind} {name(item)}").ToListAsync());
        await AddAsync("flow", aep.Flows.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("source connection", aep.Flows.SourceConnections.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("target connection", aep.Flows.TargetConnections.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("connection", aep.Flows.Connections.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("mapping set", aep.Mappings.ListAsync(), item => item.Id);
        await AddAsync("segment", aep.Segmentation.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("audience", aep.Segmentation.Audiences.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("schedule", aep.Segmentation.Schedules.ListAsync(), item => item.Id);
        await AddAsync("query template", aep.Queries.Templates.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("dataset", aep.Datasets.ListAsync(), item => $"{item.Name} {item.Id}");
        await AddAsync("descriptor of", aep.Schemas.Descriptors.ListAsync(), item => item.SourceSchema);
        await AddAsync("schema", aep.Schemas.ListAsync(), Resource);
        await AddAsync("field group", aep.Schemas.FieldGroups.ListAsync(), Resource);
        await AddAsync("data type", aep.Schemas.DataTypes.ListAsync(), Resource);
        await AddAsync("class", aep.Schemas.Classes.ListAsync(), Resource);
        foreach (LandingZoneType type in new[] { LandingZoneType.Destination, LandingZoneType.UserDropZone })
        {
            using LandingZoneContainer container = await LandingZoneContainer.OpenAsync(aep, type);
            await AddAsync("file", container.ListAsync(), item => item.Path);
        }
        return list;
    }

    private static string Resource(SchemaSummary item) => $"{item.Title} {item.Id}";
}
