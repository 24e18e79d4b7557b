using System.Text;

namespace Aep.Sdk.Tests.Core.Resilience;

/// <summary>Every verb under every fault, once.</summary>
public sealed class FaultMatrix : IAsyncLifetime
{
    internal IReadOnlyList<Outcome> Outcomes { get; private set; } = [];

    public async Task InitializeAsync() => Outcomes = await Task.WhenAll(
        from fault in Fault.All from verb in Verb.All select Outcome.OfAsync(verb, fault));

    public Task DisposeAsync() => Task.CompletedTask;

    internal Outcome Of(string verb, string fault) => Outcomes.Single(outcome => outcome.Verb.Name == verb && outcome.Fault.Name == fault);

    /// <summary>Each cell: requests that arrived, whether the client waited between them, and how the call ended.</summary>
    internal string ToMarkdown()
    {
        var table = new StringBuilder();
        table.Append("| Fault |").AppendJoin("", Verb.All.Select(verb => $" {verb.Name} |")).Append('\n');
        table.Append("|---|").AppendJoin("", Verb.All.Select(_ => "---|")).Append('\n');
        foreach (Fault fault in Fault.All)
            table.Append("| ").Append(fault.Name).Append(" |").AppendJoin("", Verb.All.Select(verb => $" {Of(verb.Name, fault.Name)} |"))
                .Append('\n');
        return table.ToString();
    }
}
