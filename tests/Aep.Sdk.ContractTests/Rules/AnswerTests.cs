using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.ContractTests.Client;
using Aep.Sdk.ContractTests.Specifications;
using Xunit.Abstractions;

namespace Aep.Sdk.ContractTests.Rules;

/// <summary>
/// The answers that the specifications show: successes become models that keep every member, errors become exceptions that say what is in
/// them.
/// </summary>
public sealed class AnswerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_success_becomes_a_model_that_keeps_all_of_it()
    {
        int examples = 0;
        var faults = new List<string>();
        foreach ((ClientOperation operation,
            SpecAnswer answer) in Answers(status => status < 300).Where(pair => pair.Operation.Result is not null))
        {
            examples++;
            faults.AddRange(Differences.Except(operation.Key, await LossesAsync(operation, answer)).Select(
                finding => $"{operation} ({answer.Name}): {finding}"));
        }
        Require(examples);
        Findings.None(faults);
    }

    [Fact]
    public async Task Every_error_becomes_an_exception_that_says_what_is_in_it()
    {
        int examples = 0;
        var faults = new List<string>();
        foreach ((ClientOperation operation,
            SpecAnswer answer) in Answers(status => status >= 400).Where(pair => !pair.Operation.ReadsAnswerItself))
        {
            examples++;
            AepRequestException thrown = await Assert.ThrowsAnyAsync<AepRequestException>(
                () => new Exchange(answer.Status, answer.Body!.ToJsonString()).CallAsync(operation));
            string[] texts = [.. Texts(answer.Body!)];
            if (thrown.Status != answer.Status
                || (texts.Length > 0 && !texts.Any(text => thrown.Message.Contains(text, StringComparison.Ordinal))))
                faults.AddRange(Differences.Except(operation.Key,
                    [$"answer {answer.Status} {answer.Body!.ToJsonString()} became: {thrown.Message}"]).Select(
                        finding => $"{operation}: {finding}"));
        }
        Require(examples);
        Findings.None(faults);
    }

    private static async Task<IEnumerable<string>> LossesAsync(ClientOperation operation, SpecAnswer answer)
    {
        try
        {
            if (await new Exchange(answer.Status, answer.Body!.ToJsonString()).CallAsync(operation) is not { } model)
                return ["the answer became nothing"];
            JsonTypeInfo type = operation.TypeInfo(operation.Result!);
            return RoundTrip.Losses(type, answer.Body, JsonSerializer.SerializeToNode(model, type));
        }
        catch (AepException exception)
        {
            return [$"cannot be read: {exception.InnerException?.Message ?? exception.Message}"];
        }
    }

    private static IEnumerable<(ClientOperation Operation, SpecAnswer Answer)> Answers(Func<int, bool> status) =>
        from operation in ClientOperation.All
        where operation.OutsideSpec is null
        from spec in operation.Spec
        from answer in spec.Answers
        where answer.Body is not null && status(answer.Status)
        select (operation, answer);

    // The texts that a person would want to read: any of them in the message will do.
    private static IEnumerable<string> Texts(JsonNode body) => body switch
    {
        JsonObject members => members.Where(
            member =>
                member.Key is "title" or "detail" or "message" or "errorMessage" or "error_code" or "errorCode" or "description" or "code")
            .Select(member => member.Value).OfType<JsonValue>().Select(value => value.ToString()).Where(text => text.Length > 0)
            .Concat(members.Where(member => member.Value is JsonArray).SelectMany(
                member => (JsonArray)member.Value!).OfType<JsonObject>().Take(1).SelectMany(Texts)),
        _ => [],
    };

    private void Require(int examples)
    {
        output.WriteLine($"{examples} examples");
        if (SpecificationFolder.Path is null)
            output.WriteLine(
                "The OpenAPI files are not here: set AEP_OPENAPI to their folder. Routes, headers and parameters are still held against "
                    + "the table of operations.");
        else
            Assert.True(examples > 40, $"{examples} examples only");
    }
}
