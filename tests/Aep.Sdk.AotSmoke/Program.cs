using Aep.Sdk;
using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;

// One call of each kind against the platform of the environment variables AEP_…: token, JSON in and out, paging, PostgreSQL, errors.
await using AepClient aep = AepClient.FromEnvironment();
string tenantId = await aep.Schemas.GetTenantIdAsync();
double coldStart = (DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime).TotalMilliseconds;
FieldGroup fieldGroup = await aep.Schemas.FieldGroups.GetOrCreateAsync(
    new FieldGroupDefinition("AOT smoke fields", new() { ["userid"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "string" } },
        [XdmClasses.IndividualProfile]));
Schema schema =
    await aep.Schemas.GetOrCreateAsync(new SchemaDefinition("AOT smoke profiles", XdmClasses.IndividualProfile, [fieldGroup.Id]));
Dataset dataset = await aep.Datasets.GetOrCreateAsync(new DatasetDefinition("AOT smoke", schema.Id));
long rows =
    await aep.Queries.QueryAsync($"SELECT COUNT(*) AS n FROM {Sql.Table(dataset.TableName)}", row => row.Get<long>("n")).SingleAsync();
Named named = await aep.Queries.QueryAsync<Named>($"SELECT {dataset.Name} AS name, {rows} AS n").SingleAsync();
int datasets = await aep.Datasets.ListAsync().CountAsync();
try
{
    await aep.Schemas.GetAsync("https://ns.adobe.com/none");
    return 1;
}
catch (AepNotFoundException missing)
{
    Console.WriteLine($"tenant {tenantId}, {datasets} datasets, {named.N} rows in {named.Name}, a missing schema answers {missing.Status}");
    Console.WriteLine($"first answer {coldStart:0} ms after the process began");
    return 0;
}

internal sealed record Named(string Name, long N);
