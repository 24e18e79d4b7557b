using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk;
using Aep.Sdk.Emulator;
using Aep.Sdk.Schemas;

namespace Samples.Tests.Client;

/// <summary>Schemas from C# types, on the local platform: made once however many make them, and changed by additions only.</summary>
public sealed partial class SchemaTests : IAsyncLifetime
{
    private AepEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await AepEmulator.StartAsync();

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Fact]
    public async Task A_schema_is_made_from_a_type_and_read_back_as_the_same_fields()
    {
        await using var aep = new AepClient(Options);
        AppliedSchema applied =
            await aep.Schemas.ApplyAsync(Model(Fields.Default.First) with { FieldGroupIds = [XdmFieldGroups.Web], ProfileEnabled = true });
        Assert.True(applied.Schema.IsEnabledForProfile);
        XdmFieldTree tree = await aep.Schemas.GetFieldsAsync(applied.Schema.Id);
        XdmField userId = tree.Find($"_{_emulator.TenantId}.userId")!;
        Assert.Equal((XdmFieldType.String, true, true), (userId.Type, userId.IsRequired, userId.IsCustom));
        Assert.True(Assert.IsType<IdentityDescriptor>(Assert.Single(userId.Descriptors)).IsPrimary);
        Assert.Equal(XdmFieldType.DateTime, tree.Find("timestamp")!.Type);
        Assert.NotNull(tree.Find("web.webPageDetails.URL"));
        Assert.Empty(tree.UnresolvedReferences);
    }

    [Fact]
    public async Task A_later_type_adds_and_one_that_takes_away_is_refused()
    {
        await using var aep = new AepClient(Options);
        await aep.Schemas.ApplyAsync(Model(Fields.Default.First));
        Assert.True((await aep.Schemas.ApplyAsync(Model(Fields.Default.First))).Changes.IsEmpty);
        AppliedSchema second = await aep.Schemas.ApplyAsync(Model(Fields.Default.Second));
        Assert.Equal([$"_{_emulator.TenantId}.plan"], second.Changes.Changes.Select(change => change.Path));
        Assert.NotNull((await aep.Schemas.GetFieldsAsync(second.Schema.Id)).Find($"_{_emulator.TenantId}.plan"));
        var refused = await Assert.ThrowsAsync<XdmBreakingChangeException>(() => aep.Schemas.ApplyAsync(Model(Fields.Default.Third)));
        Assert.Equal(["score type", "plan field"], refused.Changes.Select(change => $"{change.Path.Split('.')[^1]} {change.Aspect}"));
    }

    [Fact]
    public async Task Several_at_once_get_the_same_resources()
    {
        AepClient[] clients = [.. Enumerable.Range(0, 4).Select(_ => new AepClient(Options))];
        AppliedSchema[] applied = await Task.WhenAll(clients.Select(aep => aep.Schemas.ApplyAsync(Model(Fields.Default.First))));
        Assert.Single(applied.Select(one => one.Schema.Id).Distinct());
        Assert.Single(applied.Select(one => one.FieldGroup.Id).Distinct());
        Assert.Single(await clients[0].Schemas.FindByTitleAsync("Shop"));
        Assert.Single(await clients[0].Schemas.FieldGroups.FindByTitleAsync("Shop fields"));
        Assert.Single(await clients[0].Schemas.Descriptors.ListAsync(applied[0].Schema.Id).ToListAsync());
        foreach (AepClient client in clients)
            await client.DisposeAsync();
    }

    private static XdmSchema Model<T>(JsonTypeInfo<T> type) => XdmSchema.From(type, "Shop", XdmClasses.ExperienceEvent);

    private AepOptions Options => new()
    {
        OrgId = _emulator.OrgId,
        SandboxName = _emulator.SandboxName,
        ClientId = _emulator.ClientId,
        ClientSecret = new Secret(_emulator.ClientSecret),
        PlatformEndpoint = _emulator.SecurePlatformUrl,
        ImsEndpoint = _emulator.SecureImsUrl,
        TrustedCertificateFile = _emulator.CertificateFile,
    };

    internal sealed record First([XdmField(Required = true), XdmIdentity("ECID", Primary = true)] string UserId, double Score);

    internal sealed record Second(
        [XdmField(Required = true), XdmIdentity("ECID", Primary = true)] string UserId, double Score, string? Plan);

    internal sealed record Third([XdmField(Required = true), XdmIdentity("ECID", Primary = true)] string UserId, int Score);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(First))]
    [JsonSerializable(typeof(Second))]
    [JsonSerializable(typeof(Third))]
    internal sealed partial class Fields : JsonSerializerContext;
}
