using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas;

[JsonConverter(typeof(JsonStringEnumConverter<Size>))]
internal enum Size : byte
{
    [JsonStringEnumMemberName("x-small")]
    ExtraSmall,
    Large,
    Grande = Large,
}

internal enum Numbered : short
{
    One = 1,
    Two,
}

[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Channels>))]
internal enum Channels
{
    None = 0,
    Mail = 1,
    Push = 2,
}

internal sealed record OddTimes(TimeOnly At, TimeSpan Took, DateOnly? Day, DateTime Local, DateTimeOffset? Instant);

internal sealed record OddScalars(Guid Id, decimal Price, byte[] Hash, ReadOnlyMemory<byte> Raw, char Grade, float Ratio, uint Count,
    ushort Port);

internal sealed record OddLists(IReadOnlyList<IReadOnlyDictionary<string, string>> Maps, int?[] Gaps, HashSet<Guid> Ids,
    List<List<double>> Matrix);

internal sealed record OddMaps(Dictionary<int, long> ByNumber, SortedDictionary<string, string?> Texts);

internal sealed record OddEnums(
    [XdmValue("x-small", "Extra small")] Size Size,
    Size? MaybeSize,
    Numbered Numbered,
    Channels Channels,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Numbered>))] Numbered Named,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Numbered>))] Numbered? MaybeNamed,
    IReadOnlyList<Size> Sizes);

internal record OddBase
{
    [XdmField("Key", Required = true)]
    public string? Key { get; init; }

    public virtual int Level { get; init; }
}

internal sealed record OddDerived : OddBase
{
    public override int Level { get; init; }

    public required string Own { get; init; }
}

internal sealed record OddGeneric<T>(T First, IReadOnlyList<T> Others);

internal readonly record struct OddPoint(double X, double? Y);

internal sealed record OddStruct(OddPoint From, OddPoint? To, IReadOnlyList<OddPoint> Via);

internal sealed record OddNames([property: JsonPropertyName("e-mail_2")] string Mail, [property: JsonPropertyName("größe")] string Size);

internal sealed record OddCase([property: JsonPropertyName("userId")] string One, [property: JsonPropertyName("userID")] string Two);

internal sealed record OddTree(string Name, IReadOnlyList<OddTree> Children);

internal sealed record OddIndirect(OddGeneric<OddIndirect>? Inner);

internal sealed record OddEmpty;

internal sealed record OddHolder(OddEmpty Nothing, OddGeneric<object> Any);

[JsonDerivedType(typeof(OddCircle), "circle")]
internal record OddShape(string Name);

internal sealed record OddCircle(string Name, double Radius) : OddShape(Name);

internal sealed record OddDrawing(OddShape Shape);

internal sealed record OddIdentities(
    [XdmIdentity("ECID", Primary = true)] string Ecid, [XdmIdentity("Email")] string? Mail, OddPerson? Person);

internal sealed record OddPerson([XdmIdentity("Phone")] string? Phone, [XdmIdentity("crmId")] Guid Crm);
