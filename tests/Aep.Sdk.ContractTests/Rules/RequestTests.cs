using Aep.Sdk.ContractTests.Client;
using Aep.Sdk.ContractTests.Specifications;

namespace Aep.Sdk.ContractTests.Rules;

/// <summary>Every request that the SDK can send, held against the specifications.</summary>
public sealed class RequestTests
{
    // Content-Type belongs to the body, and comes with it.
    private static readonly string[] HeadersOfTheBody = ["content-type"];

    [Fact]
    public void Every_request_is_an_operation_of_a_specification_or_says_where_it_is_documented()
    {
        Assert.True(ClientOperation.All.Count > 50);
        Findings.None(ClientOperation.All.Where(operation => operation.OutsideSpec is null && operation.Spec.Count == 0).Select(
            operation => operation.ToString()));
    }

    [Fact]
    public async Task Every_request_has_the_headers_that_are_required()
    {
        var missing = new List<string>();
        foreach (ClientOperation operation in ClientOperation.All.Where(
            operation => operation.Spec.Count > 0 && operation.OutsideSpec is null))
        {
            HttpRequestMessage request = await SendAsync(operation);
            string[] sent = [.. request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string,
                IEnumerable<string>>>()).Select(header => header.Key)];
            IEnumerable<string> required = operation.Spec.Select(spec => spec.RequiredHeaders).MinBy(headers => headers.Count)!
                .Where(name => request.Content is not null || !HeadersOfTheBody.Contains(name, StringComparer.OrdinalIgnoreCase));
            missing.AddRange(Differences.Except(
                operation.Key, required.Except(sent, StringComparer.OrdinalIgnoreCase).Select(name => $"header {name} is missing"))
                .Select(finding => $"{operation}: {finding}"));
        }
        Findings.None(missing);
    }

    [Fact]
    public async Task Every_query_parameter_is_one_of_the_specification_and_none_that_is_required_is_left_out()
    {
        var faults = new List<string>();
        foreach (ClientOperation operation in ClientOperation.All.Where(
            operation => operation.Spec.Count > 0 && operation.OutsideSpec is null))
        {
            HttpRequestMessage request = await SendAsync(operation);
            string[] sent = [.. request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(
                pair => Uri.UnescapeDataString(pair.Split('=')[0]))];
            string[] known = [.. operation.Spec.SelectMany(spec => spec.RequiredQuery.Concat(spec.OptionalQuery))];
            IEnumerable<string> required = operation.Spec.Select(spec => spec.RequiredQuery).MinBy(names => names.Count)!;
            IEnumerable<string> findings = sent.Except(known).Select(name => $"query parameter {name} is unknown")
                .Concat(required.Except(sent).Select(name => $"query parameter {name} is missing"));
            faults.AddRange(Differences.Except(operation.Key, findings).Select(finding => $"{operation}: {finding}"));
        }
        Findings.None(faults);
    }

    [Fact]
    public void Every_known_difference_is_of_a_request_that_exists() => Assert.All(
        Differences.Known, difference => Assert.Contains(ClientOperation.All, operation => operation.Key == difference.Key));

    private static async Task<HttpRequestMessage> SendAsync(ClientOperation operation)
    {
        var exchange = new Exchange(500, "{}");
        if (operation.ReadsAnswerItself)
            await exchange.CallAsync(operation);
        else
            await Assert.ThrowsAnyAsync<AepException>(() => exchange.CallAsync(operation));
        return exchange.Request ?? throw new InvalidOperationException($"{operation} sent nothing.");
    }
}
