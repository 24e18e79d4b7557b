using Aep.Sdk;
using Aep.Sdk.Queries;
using Propensity.Events;
using Propensity.Report;
using Propensity.Simulation;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>
/// The first half of step 2: questions to the events, each one SQL statement over the PostgreSQL protocol. Values in the braces become
/// quoted literals, names come in through <see cref="Sql"/>, and a row becomes the record that the call names.
/// </summary>
public sealed class Exploration(AepClient aep, StepConsole console, string table, string tenantId)
{
    private readonly SqlName _events = Sql.Table(table);
    private readonly SqlName _user = Sql.Path($"_{tenantId}.userid");

    public async Task<ExploredData> RunAsync(CancellationToken cancellationToken)
    {
        DataExtent extent = await HowMuchAsync(cancellationToken);
        List<EventCount> counts = await WhichEventsAsync(cancellationToken);
        await WhatIsInsideAsync(cancellationToken);
        List<FunnelStage> funnel = await HowFarDoEmailsCarryAsync(cancellationToken);
        List<Correlation> correlations = await WhatGoesWithSubscribingAsync(cancellationToken);
        List<CoOccurrence> together = await WhatHappensTogetherAsync(cancellationToken);
        long sampled = await IsASampleEnoughAsync(extent.Events, cancellationToken);
        return new ExploredData(extent, counts, funnel, correlations, together, sampled);
    }

    /// <summary>The first look: is everything there?</summary>
    private async Task<DataExtent> HowMuchAsync(CancellationToken cancellationToken) =>
        (await AskAsync<DataExtent>(
            "How much is there, and of which time?",
            $"""
            SELECT COUNT(*) AS events, COUNT(DISTINCT {_user}) AS users, MIN(timestamp) AS earliest, MAX(timestamp) AS latest
            FROM {_events}
            """,
            cancellationToken))[0];

    /// <summary>XDM names what happened in eventType.</summary>
    private Task<List<EventCount>> WhichEventsAsync(CancellationToken cancellationToken) =>
        AskAsync<EventCount>(
            "What happens, how often, and to how many users?",
            $"""
            SELECT eventType, COUNT(*) AS events, COUNT(DISTINCT {_user}) AS users
            FROM {_events}
            GROUP BY eventType
            ORDER BY events DESC
            """,
            cancellationToken);

    /// <summary>A column can hold an object. It comes as JSON, and becomes a record as the whole row does.</summary>
    private async Task WhatIsInsideAsync(CancellationToken cancellationToken)
    {
        console.Ask("What is inside the column directMarketing?");
        EmailEvent? email = await aep.Queries.QueryAsync<EmailEvent>(
            $"SELECT eventType, directMarketing FROM {_events} WHERE eventType = {EventTypes.EmailClicked} LIMIT 1", cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);
        console.Say(email is { DirectMarketing: var inside }
            ? $"    {email.EventType}: message {inside.MessageId}, {inside.Clicks?.Value} click, {inside.OfferOpens?.Value} offer opened"
            : $"    Nobody has clicked an e-mail: no event is a {EventTypes.EmailClicked}.");
    }

    /// <summary>
    /// From e-mails to subscriptions. Not every subscriber has clicked one, so the last stage is no part of the one before.
    /// </summary>
    private Task<List<FunnelStage>> HowFarDoEmailsCarryAsync(CancellationToken cancellationToken) =>
        AskAsync<FunnelStage>(
            "How far do e-mails carry?",
            $"""
            SELECT eventType, COUNT(*) AS events, COUNT(DISTINCT {_user}) AS users
            FROM {_events}
            WHERE eventType IN ({EventTypes.EmailSent}, {EventTypes.EmailOpened}, {EventTypes.EmailClicked}, {EventTypes.FormFilledOut})
            GROUP BY eventType
            ORDER BY events DESC
            """,
            cancellationToken);

    /// <summary>For each type: do users with more such events subscribe more often? 1 is always, -1 never, 0 says nothing.</summary>
    private Task<List<Correlation>> WhatGoesWithSubscribingAsync(CancellationToken cancellationToken) =>
        AskAsync<Correlation>(
            "What goes with subscribing? (correlation of a user's number of events with the subscription)",
            $"""
            WITH counts AS (SELECT {_user} AS userId, eventType, COUNT(*) AS events FROM {_events} GROUP BY {_user}, eventType),
              users AS (
                SELECT userId, MAX(CASE WHEN eventType = {EventTypes.FormFilledOut} THEN 1 ELSE 0 END) AS subscribed
                FROM counts GROUP BY userId),
              types AS (SELECT DISTINCT eventType FROM counts WHERE eventType <> {EventTypes.FormFilledOut})
            SELECT types.eventType, corr(users.subscribed, COALESCE(counts.events, 0)) AS value
            FROM users CROSS JOIN types
              LEFT JOIN counts ON counts.userId = users.userId AND counts.eventType = types.eventType
            GROUP BY types.eventType
            ORDER BY value DESC
            """,
            cancellationToken);

    /// <summary>A self-join over users. All pairs make the heat map of the report; the console shows those with the subscription.</summary>
    private async Task<List<CoOccurrence>> WhatHappensTogetherAsync(CancellationToken cancellationToken)
    {
        console.Ask("Who subscribes? (users who have an event, and how many of them subscribe)");
        SqlStatement seen = $"SELECT DISTINCT {_user} AS userId, eventType FROM {_events}";
        List<CoOccurrence> pairs = await aep.Queries.QueryAsync<CoOccurrence>(
            $"""
            SELECT one.eventType AS first, other.eventType AS second, COUNT(*) AS users
            FROM ({seen}) one JOIN ({seen}) other ON one.userId = other.userId
            GROUP BY one.eventType, other.eventType
            """,
            cancellationToken).ToListAsync(cancellationToken);
        Dictionary<string, long> all = pairs.Where(pair => pair.First == pair.Second).ToDictionary(pair => pair.First, pair => pair.Users);
        console.Table(pairs
            .Where(pair => pair.Second == EventTypes.FormFilledOut && pair.First != pair.Second)
            .Select(pair => new { EventType = pair.First, Users = all[pair.First], Subscribers = pair.Users })
            .OrderByDescending(row => (double)row.Subscribers / row.Users)
            .Select(row => new { row.EventType, row.Users, row.Subscribers, Share = $"{(double)row.Subscribers / row.Users:P1}" }));
        return pairs;
    }

    /// <summary>
    /// On large tables a sample answers faster. Query Service counts its rate in tens of percent: 0.5 is 5 %, 10 would be all rows.
    /// </summary>
    private async Task<long> IsASampleEnoughAsync(long events, CancellationToken cancellationToken)
    {
        console.Ask("Would a sample do?");
        string sample = await TableSample.GetOrCreateAsync(aep, table, 0.5, cancellationToken);
        long sampled = await aep.Queries.QueryAsync<long>($"SELECT COUNT(*) FROM {Sql.Table(sample)}", cancellationToken)
            .SingleAsync(cancellationToken);
        console.Say($"    A 5 % sample has {sampled:#,0} events: that tells of about {sampled * 20:#,0}; there are {events:#,0}.");
        return sampled;
    }

    private async Task<List<T>> AskAsync<T>(string question, SqlStatement sql, CancellationToken cancellationToken)
    {
        console.Ask(question);
        List<T> rows = await aep.Queries.QueryAsync<T>(sql, cancellationToken).ToListAsync(cancellationToken);
        console.Table(rows);
        return rows;
    }

    private sealed record EmailEvent(string EventType, DirectMarketing DirectMarketing);
}
