namespace Aep.Sdk.CleanUp;

/// <summary>What a clean-up has done.</summary>
/// <param name="Removed">What is gone.</param>
/// <param name="Failed">What could not be removed, and the error.</param>
/// <param name="Kept">What stays although it was selected, and why.</param>
public sealed record CleanUpResult(
    IReadOnlyList<CleanUpItem> Removed, IReadOnlyList<(CleanUpItem Item, AepException Error)> Failed, IReadOnlyList<CleanUpKept> Kept);
