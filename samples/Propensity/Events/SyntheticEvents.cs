using Propensity.Simulation;

namespace Propensity.Events;

/// <summary>Simulated events with the details that XDM has a place for: pages, links, messages.</summary>
public static class SyntheticEvents
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
    public static IEnumerable<CustomerEvent> Of(SimulationOptions options)
    {
        for (int user = 0; user < options.Users; user++)
        {
            var random = SplitMix64.For(options.Seed ^ DetailStream, (ulong)user);
            foreach (SimulatedEvent happened in Simulator.SimulateUser(options, user))
                yield return Detail(happened, random);
        }
    }

    private static CustomerEvent Detail(SimulatedEvent happened, SplitMix64 random)
    {
        bool isEmail = happened.EventType.StartsWith("directMarketing.", StringComparison.Ordinal);
        return new CustomerEvent
        {
            Id = Identifier(random),
            EventType = happened.EventType,
            Timestamp = happened.Timestamp,
            ProducedBy = "aep-sdk-synthetic",
            Customer = new Customer { UserId = Ecid.Of(happened.User) },
            DirectMarketing = isEmail ? Email(happened, random) : null,
            Web = isEmail ? null : Web(happened, random),
        };
    }

    private static DirectMarketing Email(SimulatedEvent happened, SplitMix64 random) => new()
    {
        EmailDelivered = When(happened, EventTypes.EmailSent),
        Sends = When(happened, EventTypes.EmailSent),
        HashedEmail = happened.EventType == EventTypes.EmailSent ? Text(random, 10) : null,
        Clicks = When(happened, EventTypes.EmailClicked),
        OfferOpens = When(happened, EventTypes.EmailOpened, EventTypes.EmailClicked),
        Opens = When(happened, EventTypes.EmailOpened),
        EmailVisitorId = Ecid.Of(happened.User),
        MessageId = Identifier(random),
    };

    private static WebDetails Web(SimulatedEvent happened, SplitMix64 random)
    {
        string page = Page(random), name = Text(random, 5);
        return new WebDetails(
            new WebInteraction
            {
                LinkClicks = WithLinkClick.Contains(happened.EventType) ? Measure.One : Measure.None,
                Url = page,
                Name = name,
                Region = Text(random, 5),
                Type = InteractionTypes[random.Next(InteractionTypes.Length)],
            },
            new WebPageDetails
            {
                PageViews = Measure.One,
                Url = page,
                IsErrorPage = false,
                Name = name,
                Server = Text(random, 10),
                SiteSection = Text(random, 2),
                ViewName = Text(random, 3),
            },
            new WebReferrer(Page(random), ReferrerTypes[random.Next(ReferrerTypes.Length)]));
    }

    private static Measure? When(SimulatedEvent happened, params ReadOnlySpan<string> types) =>
        types.Contains(happened.EventType) ? Measure.One : null;

    private static string Page(SplitMix64 random) => $"https://www.{Text(random, 5).ToLowerInvariant()}.example/";

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
