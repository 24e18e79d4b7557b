using System.Globalization;
using System.Text.Json.Nodes;
using Propensity.Simulation;

namespace Propensity.Events;

/// <summary>Simulated events as XDM ExperienceEvents.</summary>
public sealed class XdmEvents(string tenantId)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // Keeps the random details apart from the draws of the simulation itself.
    private const ulong DetailStream = 0x5EED_DE7A_1100_0000;

    private static readonly string[] InteractionTypes = ["download", "exit", "other"];
    private static readonly string[] ReferrerTypes =
        ["internal", "external", "search_engine", "email", "social", "unknown", "usenet", "typed_bookmarked"];

    private static readonly HashSet<string> WithLinkClick =
    [
        EventTypes.AdvertisingClicks, EventTypes.Purchases, EventTypes.LinkClicks, EventTypes.FormFilledOut,
        EventTypes.PropositionInteract, EventTypes.PropositionDismiss,
    ];

    /// <summary>All events of a simulation, made while they are read.</summary>
    public IEnumerable<JsonObject> Create(SimulationOptions options)
    {
        for (int user = 0; user < options.Users; user++)
        {
            var random = SplitMix64.For(options.Seed ^ DetailStream, (ulong)user);
            foreach (SimulatedEvent happened in Simulator.SimulateUser(options, user))
                yield return Create(happened, random);
        }
    }

    private JsonObject Create(SimulatedEvent happened, SplitMix64 random)
    {
        var document = new JsonObject
        {
            ["_id"] = Identifier(random),
            ["eventType"] = happened.EventType,
            ["timestamp"] = happened.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["producedBy"] = "aep-sdk-synthetic",
            [$"_{tenantId}"] = new JsonObject { ["userid"] = Ecid.Of(happened.User) },
        };
        if (happened.EventType.StartsWith("directMarketing.", StringComparison.Ordinal))
            document["directMarketing"] = DirectMarketing(happened, random);
        else
            document["web"] = Web(happened, random);
        return document;
    }

    private static JsonObject DirectMarketing(SimulatedEvent happened, SplitMix64 random)
    {
        JsonObject details = happened.EventType switch
        {
            EventTypes.EmailSent => new() { ["emailDelivered"] = One(), ["sends"] = One(), ["hashedEmail"] = Text(random, 10) },
            EventTypes.EmailOpened => new() { ["offerOpens"] = One(), ["opens"] = One() },
            _ => new() { ["clicks"] = One(), ["offerOpens"] = One() },
        };
        details["emailVisitorID"] = Ecid.Of(happened.User);
        details["messageID"] = Identifier(random);
        return details;
    }

    private static JsonObject Web(SimulatedEvent happened, SplitMix64 random)
    {
        string page = $"https://www.{Text(random, 5).ToLowerInvariant()}.example/";
        string name = Text(random, 5);
        return new JsonObject
        {
            ["webInteraction"] = new JsonObject
            {
                ["linkClicks"] = new JsonObject { ["value"] = WithLinkClick.Contains(happened.EventType) ? 1.0 : 0.0 },
                ["URL"] = page,
                ["name"] = name,
                ["region"] = Text(random, 5),
                ["type"] = InteractionTypes[random.Next(InteractionTypes.Length)],
            },
            ["webPageDetails"] = new JsonObject
            {
                ["pageViews"] = One(),
                ["URL"] = page,
                ["isErrorPage"] = false,
                ["name"] = name,
                ["server"] = Text(random, 10),
                ["siteSection"] = Text(random, 2),
                ["viewName"] = Text(random, 3),
            },
            ["webReferrer"] = new JsonObject
            {
                ["URL"] = $"https://www.{Text(random, 5).ToLowerInvariant()}.example/",
                ["type"] = ReferrerTypes[random.Next(ReferrerTypes.Length)],
            },
        };
    }

    private static JsonObject One() => new() { ["value"] = 1.0 };

    private static string Text(SplitMix64 random, int length) => string.Create(length, random, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = Letters[source.Next(Letters.Length)];
    });

    // A version 4 UUID whose bits come from the seed.
    private static string Identifier(SplitMix64 random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, random.Next());
        BitConverter.TryWriteBytes(bytes[8..], random.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
