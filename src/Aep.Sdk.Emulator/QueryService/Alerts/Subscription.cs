using System.Net.Mail;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.QueryService.Alerts;

/// <summary>A request of users to be told, by mail, in the platform's pages, or both.</summary>
internal sealed record Subscription(IReadOnlyList<string> Emails, bool ByEmail, bool InContext)
{
    private const string Email = "emailNotifications";
    private const string Context = "inContextNotifications";
    private const int MostEmails = 5;

    public static JsonObject None() => new() { [Email] = new JsonArray(), [Context] = new JsonArray() };

    /// <exception cref="Gateway.ApiException">400: it says what is wrong.</exception>
    public static Subscription Read(JsonNode? node)
    {
        JsonObject given = node as JsonObject ?? throw QueryErrors.BadRequest("subscriptions is missing.");
        if (given["emailIds"] is not JsonArray { Count: > 0 and <= MostEmails } emails)
            throw QueryErrors.BadRequest($"subscriptions.emailIds must list one to {MostEmails} addresses.");
        return new Subscription([.. emails.Select(Address)], Flag(given, Email), Flag(given, Context));
    }

    /// <summary>Which of the channels of an alert tell a user; null if none does.</summary>
    public static JsonObject? ChannelsOf(JsonObject alert, string email)
    {
        (bool byEmail, bool inContext) = (Has(alert, Email, email), Has(alert, Context, email));
        return byEmail || inContext ? new JsonObject { [Context] = inContext, [Email] = byEmail } : null;
    }

    /// <summary>A channel that is not wanted is given up.</summary>
    public void AddTo(JsonObject subscriptions)
    {
        foreach ((string channel, bool wanted) in new[] { (Email, ByEmail), (Context, InContext) })
        {
            IEnumerable<string> known = subscriptions[channel]!.AsArray().Select(email => (string)email!);
            IEnumerable<string> users = wanted ? known.Union(Emails) : known.Except(Emails);
            subscriptions[channel] = new JsonArray([.. users.Select(email => (JsonNode)email)]);
        }
    }

    /// <exception cref="Gateway.ApiException">
    /// 400: it is no address. Whether it is registered with Adobe, the platform cannot know.
    /// </exception>
    public static string Address(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? email) && MailAddress.TryCreate(email, out MailAddress? address)
            && address.Address == email
            ? email
            : throw QueryErrors.BadRequest($"The provided emailId: {node} is not an Adobe registered ID. Please use another emailId.");

    private static bool Flag(JsonObject given, string name) => given[name] is JsonValue value && value.TryGetValue(out bool flag)
        ? flag
        : throw QueryErrors.BadRequest($"subscriptions.{name} must be true or false.");

    private static bool Has(JsonObject alert, string channel, string email) =>
        alert["subscriptions"]![channel]!.AsArray().Any(user => (string?)user == email);
}
